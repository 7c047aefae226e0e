package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import latentwilds.seed.RandomStream;
import org.junit.jupiter.api.Test;

class CellHeapTest {
    private record Entry(int cell, double cost) {}

    @Test
    void cellsComeOutByCostAndEqualCostsByNumber() {
        RandomStream random = new RandomStream(4);
        CellHeap heap = new CellHeap();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Entry entry = new Entry(random.nextInt(1_000_000), random.nextInt(100));
            entries.add(entry);
            heap.add(entry.cell, entry.cost);
        }
        entries.sort(Comparator.comparingDouble(Entry::cost).thenComparingInt(Entry::cell));
        for (Entry entry : entries) {
            assertThat(heap.cost()).isEqualTo(entry.cost);
            assertThat(heap.poll()).isEqualTo(entry.cell);
        }
        assertThat(heap.isEmpty()).isTrue();
    }
}
