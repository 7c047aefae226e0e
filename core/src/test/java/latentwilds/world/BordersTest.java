package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BordersTest {
    private final Borders borders = new Borders();

    @Test
    void everyPairHasOneWidthBothWays() {
        int count = Biome.values().length;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                assertThat(borders.width(i, j))
                        .isPositive()
                        .isLessThanOrEqualTo(Borders.WIDEST)
                        .isEqualTo(borders.width(j, i));
            }
        }
    }

    @Test
    void pairsDiffer() {
        assertThat(width(Biome.GRASS, Biome.MEADOW)).isGreaterThan(width(Biome.GRASS, Biome.ROCK));
        assertThat(width(Biome.GRASS, Biome.ROCK))
                .isGreaterThan(width(Biome.GRASS, Biome.SHALLOW_WATER));
        assertThat(width(Biome.DEEP_WATER, Biome.SHALLOW_WATER))
                .isGreaterThan(width(Biome.BEACH, Biome.SHALLOW_WATER));
    }

    private double width(Biome one, Biome other) {
        return borders.width(one.ordinal(), other.ordinal());
    }
}
