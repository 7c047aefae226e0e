package latentwilds.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.proto.Event;

/** Reads event files as TensorFlow's own protobuf classes see them, checksums by the polynomial. */
public final class EventReader {
    private EventReader() {}

    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().contains("tfevents"))
                    .sorted()
                    .toList();
        }
    }

    public static List<Event> events(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] header =
                    Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.position() + 8);
            byte[] content = new byte[(int) bytes.getLong()];
            assertThat(bytes.getInt()).isEqualTo(masked(header));
            bytes.get(content);
            assertThat(bytes.getInt()).isEqualTo(masked(content));
            events.add(Event.parseFrom(content));
        }
        return events;
    }

    private static int masked(byte[] bytes) {
        int crc = -1;
        for (byte b : bytes) {
            crc ^= b & 255;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0x82F63B78;
            }
        }
        crc = ~crc;
        return (crc >>> 15 | crc << 17) + 0xa282ead8;
    }
}
