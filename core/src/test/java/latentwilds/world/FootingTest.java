package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.api.Test;

class FootingTest {
    private static final WorldMap MAP = new Island(new Streams(new RunSeed(6))).map();

    @Test
    void onFirmGroundAllIsDry() {
        for (Biome biome : Biome.values()) {
            Footing footing = Footing.DRY.plus(biome, 1);
            assertThat(footing.depth()).as(biome.label()).isEqualTo(biome.depth());
            assertThat(footing.equals(Footing.DRY)).isEqualTo(biome.depth() == 0);
            assertThat(biome.depth() == 0 || biome.speed() < 0.7)
                    .as("who sinks in %s is slow there", biome.label())
                    .isTrue();
        }
    }

    @Test
    void whatIsDeeperCountsForMoreOfWhatOneSees() {
        Footing mixed = Footing.DRY.plus(Biome.SWAMP, 0.5).plus(Biome.SHALLOW_WATER, 0.5);
        assertThat(mixed.depth())
                .isEqualTo((Biome.SWAMP.depth() + Biome.SHALLOW_WATER.depth()) / 2);
        assertThat(mixed.clarity())
                .isGreaterThan((Biome.SWAMP.clarity() + Biome.SHALLOW_WATER.clarity()) / 2)
                .isLessThan(Biome.SHALLOW_WATER.clarity());
        assertThat(mixed.wet()).isEqualTo(1);
    }

    @Test
    void inTheMiddleOfACellOneStandsAsDeepAsItsGroundIs() {
        for (Biome biome : new Biome[] {Biome.SHALLOW_WATER, Biome.SWAMP, Biome.GRASS}) {
            Cell cell = find(biome).orElseThrow();
            Footing footing = MAP.footing(cell.x() + 0.5, cell.y() + 0.5);
            assertThat(footing.depth()).isEqualTo(biome.depth());
            assertThat(footing.wet()).isEqualTo(biome.depth() > 0 ? 1 : 0);
        }
    }

    @Test
    void whoeverWalksIntoWaterSinksStepByStep() {
        Cell shore =
                MAP.nearest(
                                MAP.start(),
                                c ->
                                        MAP.biome(c.x(), c.y()).depth() == 0
                                                && MAP.biome(c.x() + 1, c.y())
                                                        == Biome.SHALLOW_WATER)
                        .orElseThrow();
        double before = 0;
        for (int step = 0; step <= 16; step++) {
            double depth = MAP.footing(shore.x() + 0.5 + step / 16.0, shore.y() + 0.5).depth();
            assertThat(depth - before).isBetween(0.0, Biome.SHALLOW_WATER.depth() / 10);
            before = depth;
        }
        assertThat(before).isEqualTo(Biome.SHALLOW_WATER.depth(), within(1e-9));
    }

    private static Optional<Cell> find(Biome biome) {
        return MAP.nearest(MAP.start(), c -> MAP.biome(c.x(), c.y()) == biome);
    }
}
