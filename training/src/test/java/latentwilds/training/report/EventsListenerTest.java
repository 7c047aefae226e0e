package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import latentwilds.training.Fixtures;
import latentwilds.training.run.RunFolder;
import latentwilds.training.tensorboard.EventReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

class EventsListenerTest {
    @TempDir private Path folder;
    private final List<String> said = new ArrayList<>();

    @Test
    void aTickBecomesScalarsAndASnapshotAnImage() throws IOException {
        RunFolder run = FakeRun.trained(folder);
        EventsListener listener = new EventsListener(run, said::add);

        listener.onTick(FakeRun.tick(1000));
        listener.snapshot(1000);

        List<Event> events = only(run);
        Map<String, Float> scalars =
                events.get(2).getSummary().getValueList().stream()
                        .collect(
                                Collectors.toMap(
                                        Summary.Value::getTag, Summary.Value::getSimpleValue));
        assertThat(events.get(2).getStep()).isEqualTo(1000);
        assertThat(scalars)
                .containsEntry("loss/D", 0.5f)
                .containsEntry("loss/G", 1.25f)
                .containsEntry("speed/images_per_second", 100f)
                .containsKeys("probability/D(x)", "probability/D(G(z))")
                .doesNotContainKey("penalty");
        Summary.Value image = events.get(3).getSummary().getValue(0);
        assertThat(image.getImage().getWidth()).isEqualTo(32);
        assertThat(image.getImage().getEncodedImageString().toByteArray())
                .isEqualTo(Files.readAllBytes(Grids.file(run, 1000)));
        assertThat(said).isEmpty();
    }

    @Test
    void aResumedRunVoidsTheStepsThatItTakesAgain() throws IOException {
        RunFolder run = FakeRun.make(folder);
        EventsListener before = new EventsListener(run, said::add);
        for (long images = 1000; images <= 5000; images += 1000) {
            before.onTick(FakeRun.tick(images));
        }

        EventsListener after = new EventsListener(run, said::add);
        after.onTick(FakeRun.tick(4000));
        after.onTick(FakeRun.tick(5000));
        after.onTick(FakeRun.tick(3000));

        assertThat(steps(run, 0)).containsExactly(1000L, 2000L, 3000L, 4000L, 5000L);
        assertThat(starts(run, 0)).containsExactly(1000L);
        assertThat(steps(run, 1)).containsExactly(4000L, 5000L, 3000L);
        assertThat(starts(run, 1)).containsExactly(4000L, 3000L);
    }

    @Test
    void eachEvaluationIsToldOnceWithTheStepOfItsSnapshot() throws IOException {
        RunFolder run = FakeRun.make(folder);
        run.append("metric-mixed5.jsonl", "{\"images\":500,\"values\":{\"fid\":90}}");
        EventsListener listener = new EventsListener(run, said::add);
        run.append("metric-mixed5.jsonl", "{\"images\":1000,\"values\":{\"fid\":80}}");

        listener.snapshot(2000);
        listener.snapshot(3000);

        List<Event> told = only(run).stream().filter(Event::hasSummary).toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getStep()).isEqualTo(1000);
        assertThat(told.get(0).getSummary().getValue(0).getTag()).isEqualTo("metric/mixed5/fid");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidOnceAndTrainingGoesOn() throws IOException {
        RunFolder run = FakeRun.make(folder);
        EventsListener listener = new EventsListener(run, said::add);
        Path aside = folder.resolve("aside");
        Files.move(run.path(), aside);
        Files.writeString(run.path(), "in the way");

        listener.onTick(FakeRun.tick(1000));
        listener.onTick(FakeRun.tick(2000));
        listener.snapshot(2000);

        assertThat(said).hasSize(1);
        assertThat(said.get(0))
                .startsWith("warning: " + run.path())
                .contains("TensorBoard events", "is not a folder", "Training goes on");

        Files.delete(run.path());
        Files.move(aside, run.path());
        listener.onTick(FakeRun.tick(3000));
        assertThat(steps(run, 0)).containsExactly(3000L);
    }

    @Test
    void aDamagedGridIsNoReasonToStop() throws IOException {
        RunFolder run = FakeRun.make(folder);
        Fixtures.write(Grids.file(run, 1000), new byte[] {1, 2, 3});

        new EventsListener(run, said::add).snapshot(1000);

        assertThat(said).hasSize(1);
    }

    private static List<Event> only(RunFolder run) throws IOException {
        List<Path> files = EventReader.files(run.path());
        assertThat(files).hasSize(1);
        return EventReader.events(files.get(0));
    }

    private static List<Long> steps(RunFolder run, int file) throws IOException {
        return EventReader.events(EventReader.files(run.path()).get(file)).stream()
                .filter(Event::hasSummary)
                .map(Event::getStep)
                .toList();
    }

    private static List<Long> starts(RunFolder run, int file) throws IOException {
        return EventReader.events(EventReader.files(run.path()).get(file)).stream()
                .filter(Event::hasSessionLog)
                .map(Event::getStep)
                .toList();
    }
}
