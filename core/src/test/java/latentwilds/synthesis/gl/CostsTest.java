package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostsTest {
    private final Costs costs = new Costs();

    private static Pass pass(String name, Op op, int lanes) {
        return new Pass(name, op, lanes, new Area(0, 0, 1, 1), 1, () -> {}, shader -> {});
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(costs.of(pass("a layer 1", Op.UPCONV, 4))).isEqualTo(Costs.SLOW);
        assertThat(costs.of(ReadBack.Stage.COPY)).isEqualTo(Costs.SLOW_TO_READ);
    }

    @Test
    void aNewPassIsTakenToBeLikeOthersOfItsProgram() {
        costs.learn(pass("a layer 1", Op.UPCONV, 4), 1);

        assertThat(costs.of(pass("b layer 3", Op.UPCONV, 4))).isEqualTo(1);
        assertThat(costs.of(pass("b layer 3", Op.UPCONV, 1))).isEqualTo(Costs.SLOW);
    }

    @Test
    void compilingAtTheFirstDrawIsNotTakenForDrawing() {
        Pass pass = pass("a code 2", Op.ENLARGE, 4);
        costs.learn(pass, 1_387);
        assertThat(costs.of(pass)).isEqualTo(2 * Costs.SLOW);
        costs.learn(pass, 30);
        assertThat(costs.of(pass)).as("but a dear pass is believed").isEqualTo(4 * Costs.SLOW);
        costs.learn(ReadBack.Stage.COPY, 9_000);
        assertThat(costs.of(ReadBack.Stage.COPY)).isEqualTo(2 * Costs.SLOW_TO_READ);
    }

    @Test
    void everyPassHasItsOwnCost() {
        Pass cheap = pass("a layer 1", Op.UPCONV, 4);
        Pass dear = pass("a layer 2", Op.UPCONV, 4);
        costs.learn(cheap, 1);
        costs.learn(dear, 3);

        assertThat(costs.of(cheap)).isEqualTo(1);
        assertThat(costs.of(dear)).isEqualTo(3);
    }

    @Test
    void slowerIsBelievedAtOnceButNotBeyondTwiceAndFasterByAndBy() {
        Pass pass = pass("a layer 1", Op.DENSE, 4);
        costs.learn(pass, 1);
        costs.learn(pass, 1.5);
        assertThat(costs.of(pass)).isEqualTo(1.5);
        costs.learn(pass, 100);
        assertThat(costs.of(pass)).isEqualTo(3);
        costs.learn(pass, 0.5);
        assertThat(costs.of(pass)).isBetween(2.49, 2.51);
    }
}
