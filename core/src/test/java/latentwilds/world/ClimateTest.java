package latentwilds.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What height does to the climate, seen between places so near that little else differs. */
class ClimateTest {
    private static final int NEAR = 20;
    private static final int STEP = 8;
    private static final double HIGHER = 0.1;

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 22})
    void heightsAreColderThanTheirFeet(long seed) {
        Climate climate = new Climate(new Streams(new RunSeed(seed)), BiomeField.SIZE);
        List<Double> differences = new ArrayList<>();
        for (int y = NEAR; y < BiomeField.SIZE - NEAR; y += STEP) {
            for (int x = NEAR; x < BiomeField.SIZE - NEAR; x += STEP) {
                double foot = climate.elevation(x, y);
                if (foot > Climate.SEA && climate.elevation(x + NEAR, y) > foot + HIGHER) {
                    differences.add(climate.temperature(x + NEAR, y) - climate.temperature(x, y));
                }
            }
        }
        assertThat(differences).hasSizeGreaterThan(50);
        assertThat(mean(differences)).isLessThan(-0.06);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 22})
    void itIsDrierInTheLeeOfAHeightThanBeforeIt(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        Climate climate = new Climate(streams, BiomeField.SIZE);
        double wind = Nature.of(streams).windward();
        double dx = NEAR * StrictMath.cos(wind);
        double dy = NEAR * StrictMath.sin(wind);
        List<Double> differences = new ArrayList<>();
        for (int y = NEAR; y < BiomeField.SIZE - NEAR; y += STEP) {
            for (int x = NEAR; x < BiomeField.SIZE - NEAR; x += STEP) {
                double before = climate.elevation(x + dx, y + dy);
                double behind = climate.elevation(x - dx, y - dy);
                boolean land = Math.min(before, behind) > Climate.SEA;
                if (land && climate.elevation(x, y) > Math.max(before, behind) + HIGHER / 2) {
                    differences.add(
                            climate.moisture(x - dx, y - dy) - climate.moisture(x + dx, y + dy));
                }
            }
        }
        assertThat(differences).hasSizeGreaterThan(50);
        assertThat(mean(differences)).isLessThan(-0.05);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }
}
