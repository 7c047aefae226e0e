package latentwilds.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

class EventFileTest {
    @TempDir private Path folder;

    @Test
    void tensorFlowReadsWhatWasWritten() throws IOException {
        byte[] png = new byte[70_000];
        png[69_999] = -7;
        EventFile file = new EventFile(folder);
        file.start(3_000_000_000L);
        file.scalars(3_000_000_000L, Map.of("probability/D(G(z))", 0.25));
        file.image(300, "samples", 512, 256, png);

        List<Event> events = EventReader.events(EventReader.files(folder).get(0));

        assertThat(events).hasSize(4);
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(events.get(1).getSessionLog().getStatus())
                .isEqualTo(SessionLog.SessionStatus.START);
        assertThat(events.get(1).getStep()).isEqualTo(3_000_000_000L);
        assertThat(events.get(2).getStep()).isEqualTo(3_000_000_000L);
        assertThat(events.get(2).getWallTime()).isBetween(1.7e9, 1e11);
        Summary.Value scalar = events.get(2).getSummary().getValue(0);
        assertThat(scalar.getTag()).isEqualTo("probability/D(G(z))");
        assertThat(scalar.getSimpleValue()).isEqualTo(0.25f);
        Summary.Value image = events.get(3).getSummary().getValue(0);
        assertThat(image.getTag()).isEqualTo("samples");
        assertThat(image.getImage().getWidth()).isEqualTo(512);
        assertThat(image.getImage().getHeight()).isEqualTo(256);
        assertThat(image.getImage().getColorspace()).isEqualTo(3);
        assertThat(image.getImage().getEncodedImageString().toByteArray()).isEqualTo(png);
        assertThat(events.get(3).getUnknownFields().asMap()).isEmpty();
    }

    @Test
    void aLaterFileOfTheSameSecondStillComesLaterByName() throws IOException {
        new EventFile(folder).start(1);
        new EventFile(folder).start(2);
        new EventFile(folder).start(3);

        List<Path> files = EventReader.files(folder);

        assertThat(files).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(EventReader.events(files.get(i)).get(1).getStep()).isEqualTo(i + 1);
        }
    }
}
