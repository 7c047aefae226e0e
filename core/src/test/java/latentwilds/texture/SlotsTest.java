package latentwilds.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import latentwilds.seed.RandomStream;
import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void theLeastRecentlyUsedKeyMakesRoom() {
        Slots slots = new Slots(3);
        int a = slots.take("a");
        int b = slots.take("b");
        int c = slots.take("c");
        assertThat(Set.of(a, b, c)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(slots.find("a")).isEqualTo(a);
        assertThat(slots.take("b")).isEqualTo(b);

        assertThat(slots.take("d")).as("c was not used again").isEqualTo(c);
        assertThat(slots.find("c")).isEqualTo(Slots.NONE);
        assertThat(slots.take("e")).isEqualTo(a);
        assertThat(slots.size()).isEqualTo(3);
    }

    @Test
    void askingWhetherAKeyIsThereIsNotAUse() {
        Slots slots = new Slots(2);
        slots.take("a");
        slots.take("b");
        assertThat(slots.contains("a")).isTrue();
        slots.take("c");

        assertThat(slots.contains("a")).isFalse();
        assertThat(slots.contains("b")).isTrue();
    }

    @Test
    void clearedSlotsAreUsedAgain() {
        Slots slots = new Slots(2);
        slots.take("a");
        slots.take("b");
        slots.clear();

        assertThat(slots.size()).isZero();
        assertThat(slots.find("a")).isEqualTo(Slots.NONE);
        assertThat(Set.of(slots.take("c"), slots.take("d"))).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void noTwoKeysEverShareASlot() {
        Slots slots = new Slots(7);
        RandomStream random = new RandomStream(5);
        Map<Integer, Integer> owner = new HashMap<>();
        LinkedHashSet<Integer> used = new LinkedHashSet<>();
        for (int i = 0; i < 5000; i++) {
            int key = random.nextInt(12);
            owner.values().remove(key);
            owner.put(slots.take(key), key);
            used.remove(key);
            used.add(key);
            if (used.size() > 7) {
                used.remove(used.iterator().next());
            }
            assertThat(new HashSet<>(owner.values())).isEqualTo(used);
            assertThat(owner.keySet()).allMatch(slot -> slot >= 0 && slot < 7);
        }
    }

    @Test
    void aReservedSlotIsNobodysUntilItIsAssigned() {
        Slots slots = new Slots(2);
        slots.take("old");
        int reserved = slots.reserve();
        for (int i = 0; i < 5; i++) {
            assertThat(slots.take(i)).isNotEqualTo(reserved);
        }
        slots.assign("new", reserved);

        assertThat(slots.find("new")).isEqualTo(reserved);
        assertThat(slots.size()).isEqualTo(2);
    }

    @Test
    void aReleasedSlotAndOneThatWasReplacedAreUsedAgain() {
        Slots slots = new Slots(2);
        int first = slots.reserve();
        int second = slots.reserve();
        assertThatIllegalStateException().isThrownBy(slots::reserve).withMessageContaining("2");
        slots.release(second);
        assertThat(slots.reserve()).isEqualTo(second);
        slots.assign("key", first);
        slots.assign("key", second);

        assertThat(slots.find("key")).isEqualTo(second);
        assertThat(slots.take("other")).as("the slot that the key had").isEqualTo(first);
        assertThat(slots.contains("key")).isTrue();
    }

    @Test
    void slotsInATextureAreOnePixelApartAndInsideIt() {
        for (int count = 1; count < 40; count++) {
            SlotLayout layout = SlotLayout.of(5, 9, count);
            boolean[][] taken = new boolean[layout.width() + 1][layout.height() + 1];
            for (int slot = 0; slot < count; slot++) {
                // With the gap to its right and below.
                for (int x = layout.x(slot); x < layout.x(slot) + 6; x++) {
                    for (int y = layout.y(slot); y < layout.y(slot) + 10; y++) {
                        assertThat(taken[x][y]).isFalse();
                        taken[x][y] = true;
                    }
                }
            }
        }
        assertThat(SlotLayout.of(34, 34, 256).width()).isEqualTo(16 * 35 - 1);
        assertThat(SlotLayout.of(34, 34, 256).height()).isEqualTo(16 * 35 - 1);
    }

    @Test
    void anAtlasThatNoTextureHoldsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotLayout.of(64, 64, 5000))
                .withMessageContaining("4096");
        assertThatIllegalArgumentException().isThrownBy(() -> SlotLayout.of(64, 64, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Slots(0));
    }
}
