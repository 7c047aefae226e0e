package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class NatureTest {
    private static final double MIDDLE = 0.5;

    private static Nature nature(Nature.Mountains mountains, Nature.Warmth warmth) {
        return new Nature(
                mountains,
                warmth,
                Nature.Rain.WINDWARD,
                1,
                0.05,
                0,
                Math.PI / 2,
                MIDDLE,
                MIDDLE,
                0.6);
    }

    @Test
    void seedsDrawAllKindsOfMountainsWarmthAndRain() {
        Set<Nature.Mountains> mountains = EnumSet.noneOf(Nature.Mountains.class);
        Set<Nature.Warmth> warmths = EnumSet.noneOf(Nature.Warmth.class);
        Set<Nature.Rain> rains = EnumSet.noneOf(Nature.Rain.class);
        for (long seed = 0; seed < 60; seed++) {
            Nature nature = Nature.of(new Streams(new RunSeed(seed)));
            mountains.add(nature.mountains());
            warmths.add(nature.warmth());
            rains.add(nature.rain());
        }
        assertThat(mountains).hasSize(Nature.Mountains.values().length);
        assertThat(warmths).hasSize(Nature.Warmth.values().length);
        assertThat(rains).hasSize(Nature.Rain.values().length);
    }

    @Test
    void mountainsStandWhereTheyAreSaidTo() {
        // A range along the wind from the north: on the line, not beside it.
        Nature range = nature(Nature.Mountains.RANGE, Nature.Warmth.SLANT);
        assertThat(range.range(0.5, 0.9, 1, 0)).isGreaterThan(1);
        assertThat(range.range(0.9, 0.5, 1, 0)).isZero();
        Nature massif = nature(Nature.Mountains.MASSIF, Nature.Warmth.SLANT);
        assertThat(massif.range(0.5, 0.5, 1, 0)).isGreaterThan(1);
        assertThat(massif.range(0.5, 0.9, 1, 0)).isZero();
        Nature rim = nature(Nature.Mountains.RIM, Nature.Warmth.SLANT);
        assertThat(rim.range(0.5, 0.5, 0.2, 0)).isPositive();
        assertThat(rim.range(0.5, 0.5, 0.9, 0)).isZero();
    }

    @Test
    void itIsColdWhereTheNatureOfAnIslandSaysSo() {
        Nature slant = nature(Nature.Mountains.FEW, Nature.Warmth.BANDS);
        assertThat(slant.warmth(0.9, 0.5, 0)).isLessThan(slant.warmth(0.1, 0.5, 0));
        Nature cold = nature(Nature.Mountains.FEW, Nature.Warmth.COLD_HEART);
        assertThat(cold.warmth(0.5, 0.5, 0)).isLessThan(cold.warmth(0.1, 0.5, 0));
        Nature hot = nature(Nature.Mountains.FEW, Nature.Warmth.HOT_HEART);
        assertThat(hot.warmth(0.5, 0.5, 0)).isGreaterThan(hot.warmth(0.1, 0.5, 0));
    }

    @Test
    void theWindBringsRainAndSummitsBurn() {
        Nature nature = nature(Nature.Mountains.MASSIF, Nature.Warmth.SLANT);
        assertThat(nature.rain(0.5, 0.9, 0, 0)).isGreaterThan(nature.rain(0.5, 0.1, 0, 0));
        assertThat(nature.fire(0.5, 0.5)).isEqualTo(0.6);
        assertThat(nature.fire(0.1, 0.5)).isZero();
    }
}
