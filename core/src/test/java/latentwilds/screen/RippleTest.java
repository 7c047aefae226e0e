package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RippleTest {
    private record Pixel(int x, int y) {}

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8, 13})
    void aRingIsClosedSymmetricAndAsWideAsItShould(int radius) {
        Set<Pixel> ring = new HashSet<>();
        for (Ripple.Span span : Ripple.of(radius).spans()) {
            for (int i = 0; i < span.length(); i++) {
                assertThat(ring.add(new Pixel(span.left() + i, span.row())))
                        .as("no pixel is drawn twice")
                        .isTrue();
            }
        }
        assertThat(ring).noneMatch(p -> p.x == 0 && p.y == 0);
        assertThat(ring).allMatch(p -> ring.contains(new Pixel(-1 - p.x, p.y)));
        assertThat(ring).allMatch(p -> ring.contains(new Pixel(p.x, -p.y)));
        assertThat(ring.stream().mapToInt(Pixel::x).max()).hasValue(radius - 1);
        assertThat(ring.stream().mapToInt(Pixel::y).max().orElse(0)).isLessThanOrEqualTo(radius);
        assertThat(ring).allMatch(p -> neighbours(ring, p) >= 2);
    }

    private static int neighbours(Set<Pixel> ring, Pixel pixel) {
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean other = dx != 0 || dy != 0;
                count += other && ring.contains(new Pixel(pixel.x + dx, pixel.y + dy)) ? 1 : 0;
            }
        }
        return count;
    }
}
