package latentwilds.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import latentwilds.training.net.Upsampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {

    @ParameterizedTest
    @EnumSource(Upsampling.class)
    void aRestoredRunGoesOnBitForBit(Upsampling upsampling) {
        TrainingOptions options = TinyTraining.sprites(upsampling);
        Checkpoint straight = trained(options, null, 40);
        Checkpoint half = trained(options, null, 20);
        Checkpoint resumed = trained(options, half, 40);

        assertThat(resumed.step()).isEqualTo(straight.step());
        straight.arrays()
                .forEach(
                        (name, values) ->
                                assertThat(resumed.arrays().get(name)).as(name).isEqualTo(values));
    }

    @Test
    void groundTrainsOnCropsOfAGrid() {
        Checkpoint trained = trained(TinyTraining.ground(), null, 16);

        assertThat(trained.step()).isEqualTo(4);
    }

    @Test
    void listenersAreToldAtTicksAndSnapshots() {
        List<Long> ticks = new ArrayList<>();
        List<Long> snapshots = new ArrayList<>();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void onTick(Tick tick) {
                        ticks.add(tick.images());
                        assertThat(tick.lossD()).isFinite();
                        if (tick.images() == 24) {
                            throw new IllegalStateException("enough");
                        }
                    }

                    @Override
                    public void onSnapshot(Training training) {
                        snapshots.add(training.images());
                    }
                };
        try (Training training =
                TinyTraining.training(TinyTraining.sprites(Upsampling.RESIZE), listener)) {
            assertThatThrownBy(training::run).hasMessage("enough");
        }

        assertThat(ticks).containsExactly(8L, 16L, 24L);
        assertThat(snapshots).containsExactly(0L, 16L);
    }

    @Test
    void anOptionOutOfRangeIsNamed() {
        assertThatThrownBy(
                        () ->
                                new latentwilds.training.dataset.LabelledImages(
                                        4, 3, List.of(), new int[0][]))
                .hasMessageContaining("expected at least one");
        TrainingOptions good = TinyTraining.ground();
        assertThatThrownBy(() -> good.generatorSpec(java.util.Map.of(), "0"))
                .hasMessage(
                        "Option 'generator.codes': expected one of the data set's groups [], found"
                                + " biome");
    }

    private static Checkpoint trained(TrainingOptions options, Checkpoint from, long images) {
        try (Training training = TinyTraining.training(options)) {
            if (from != null) {
                training.restore(from);
            }
            while (training.images() < images) {
                training.runStep();
            }
            return training.checkpoint();
        }
    }
}
