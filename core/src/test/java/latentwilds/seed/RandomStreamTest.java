package latentwilds.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final int MANY = 200_000;

    private enum Metal {
        IRON,
        COPPER,
        SILVER
    }

    @Test
    void seedZeroGivesThePublishedSplitMix64Numbers() {
        RandomStream stream = new RandomStream(0);

        assertThat(stream.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(stream.nextLong()).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(stream.nextLong()).isEqualTo(0x06C45D188009454FL);
        assertThat(stream.nextLong()).isEqualTo(0xF88BB8A8724C81ECL);
    }

    @Test
    void anotherSeedGivesTheNumbersItAlwaysGave() {
        RandomStream stream = new RandomStream(42);

        assertThat(stream.nextLong()).isEqualTo(0x989B3F130A063869L);
        assertThat(stream.nextLong()).isEqualTo(0x290DB4BF2570DED7L);
    }

    @Test
    void theJdkSplitMixAgreesOnceItsStateIsScrambledAlike() {
        RandomStream stream = new RandomStream(-77);
        SplittableRandom jdk = new SplittableRandom(RandomStream.mix(-77));

        for (int i = 0; i < 1000; i++) {
            assertThat(stream.nextLong()).isEqualTo(jdk.nextLong());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 29, 100})
    void everyWholeNumberBelowTheBoundIsEquallyLikely(int bound) {
        RandomStream stream = new RandomStream(bound);

        assertUniform(bound, () -> stream.nextInt(bound));
    }

    @Test
    void aLargeBoundFavoursNoResidue() {
        // 2^32 is no multiple of 3 * 2^29: unless some draws are rejected, one residue is rarer.
        RandomStream stream = new RandomStream(1);

        assertUniform(3, () -> stream.nextInt(3 << 29) % 3);
    }

    @Test
    void theLargestBoundReachesBothEnds() {
        RandomStream stream = new RandomStream(2);
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < MANY; i++) {
            int value = stream.nextInt(Integer.MAX_VALUE);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }

        assertThat(least).isBetween(0, Integer.MAX_VALUE / 10_000);
        assertThat(most).isBetween(Integer.MAX_VALUE / 10_000 * 9_999, Integer.MAX_VALUE - 1);
    }

    @Test
    void aRangeHoldsItsFirstAndNotItsLast() {
        RandomStream stream = new RandomStream(3);
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(stream.nextInt(-2, 3));
        }

        assertThat(seen).containsExactlyInAnyOrder(-2, -1, 0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aBoundThatIsNotPositiveIsNamed(int bound) {
        RandomStream stream = new RandomStream(4);

        assertThatThrownBy(() -> stream.nextInt(bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a positive number, found " + bound);
    }

    @Test
    void fractionsFillTheUnitIntervalEvenly() {
        RandomStream stream = new RandomStream(5);

        assertUniform(50, () -> (int) (stream.nextDouble() * 50));
        assertUniform(50, () -> (int) (stream.nextFloat() * 50));
    }

    @Test
    void fractionsNeverReachOne() {
        RandomStream stream = new RandomStream(6);
        for (int i = 0; i < MANY; i++) {
            assertThat(stream.nextFloat()).isGreaterThanOrEqualTo(0).isLessThan(1);
            assertThat(stream.nextDouble()).isGreaterThanOrEqualTo(0).isLessThan(1);
        }
    }

    @Test
    void aCoinIsFair() {
        RandomStream stream = new RandomStream(7);

        assertUniform(2, () -> stream.nextBoolean() ? 1 : 0);
    }

    @Test
    void gaussiansHaveTheMomentsOfTheNormalDistribution() {
        RandomStream stream = new RandomStream(8);
        double[] moments = new double[5];
        double neighbours = 0;
        double before = 0;
        for (int i = 0; i < MANY; i++) {
            double value = stream.nextGaussian();
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(value, power) / MANY;
            }
            neighbours += value * before / MANY;
            before = value;
        }

        assertThat(moments[1]).isCloseTo(0, within(0.01));
        assertThat(moments[2]).isCloseTo(1, within(0.02));
        assertThat(moments[3]).isCloseTo(0, within(0.05));
        assertThat(moments[4]).isCloseTo(3, within(0.1));
        assertThat(neighbours).isCloseTo(0, within(0.01));
    }

    @Test
    void pickGivesEveryChoiceItsShare() {
        RandomStream stream = new RandomStream(9);
        List<Metal> metals = List.copyOf(EnumSet.allOf(Metal.class));

        assertUniform(metals.size(), () -> stream.pick(metals).ordinal());
    }

    @Test
    void nearSeedsGiveUnrelatedNumbers() {
        Set<Long> seen = new HashSet<>();
        int differing = 0;
        for (int seed = 0; seed < 1000; seed++) {
            long first = new RandomStream(seed).nextLong();
            seen.add(first);
            differing += Long.bitCount(first ^ new RandomStream(seed + 1).nextLong());
        }

        assertThat(seen).hasSize(1000);
        assertThat(differing / 1000.0).isCloseTo(32, within(0.5));
    }

    /**
     * Chi-square: with {@code values - 1} degrees of freedom it has that mean and twice that
     * variance; five deviations above is out of the question.
     */
    private static void assertUniform(int values, IntSupplier draw) {
        int[] counts = new int[values];
        for (int i = 0; i < MANY; i++) {
            counts[draw.getAsInt()]++;
        }
        double expected = (double) MANY / values;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        double freedom = values - 1;
        assertThat(chiSquare).isLessThanOrEqualTo(freedom + 5 * Math.sqrt(2 * freedom));
    }
}
