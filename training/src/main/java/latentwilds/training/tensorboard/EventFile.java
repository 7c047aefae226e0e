package latentwilds.training.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One event file of TensorBoard: {@code events.out.tfevents.<seconds>.latentwilds}. Each record is
 * one append, so that a killed program leaves whole records and at most one torn at the end, which
 * readers pass over. Field numbers are those of TensorFlow's {@code event.proto} and {@code
 * summary.proto}. Used by one thread; holds no file open.
 */
public final class EventFile {
    private static final String NAME = "events.out.tfevents.%010d.latentwilds";
    private static final String NAMES = "events\\.out\\.tfevents\\.(\\d{10,18})\\..*";
    private static final int RGB = 3;

    private final Path file;

    /**
     * Begins a file in a folder; those that are there are older, by name too.
     *
     * @param folder which must exist
     * @throws IOException if it cannot be written
     */
    public EventFile(Path folder) throws IOException {
        long newest;
        try (Stream<Path> files = Files.list(folder)) {
            newest =
                    files.map(f -> f.getFileName().toString())
                            .filter(n -> n.matches(NAMES))
                            .mapToLong(n -> Long.parseLong(n.replaceAll(NAMES, "$1")))
                            .max()
                            .orElse(0);
        }
        long now = System.currentTimeMillis() / 1000;
        file = folder.resolve(String.format(Locale.ROOT, NAME, Math.max(now, newest + 1)));
        Files.createFile(file);
        // Readers hold what follows to the rules of this version.
        write(new ProtoBytes().text(3, "brain.Event:2"), 0);
    }

    /**
     * Says that steps begin at this one from now on: what an earlier sitting wrote at it or beyond
     * is void, and TensorBoard drops it.
     *
     * @param step images seen
     * @throws IOException if it cannot be written
     */
    public void start(long step) throws IOException {
        write(new ProtoBytes().message(7, new ProtoBytes().number(1, 1)), step);
    }

    /**
     * Writes scalars of one step.
     *
     * @param step images seen
     * @param values tag to value
     * @throws IOException if they cannot be written
     */
    public void scalars(long step, Map<String, Double> values) throws IOException {
        ProtoBytes summary = new ProtoBytes();
        values.forEach(
                (tag, value) ->
                        summary.message(
                                1, new ProtoBytes().text(1, tag).real32(2, value.floatValue())));
        write(new ProtoBytes().message(5, summary), step);
    }

    /**
     * Writes an image of one step.
     *
     * @param step images seen
     * @param tag its name
     * @param width pixels
     * @param height pixels
     * @param png an encoded RGB image
     * @throws IOException if it cannot be written
     */
    public void image(long step, String tag, int width, int height, byte[] png) throws IOException {
        ProtoBytes image =
                new ProtoBytes().number(1, height).number(2, width).number(3, RGB).bytes(4, png);
        ProtoBytes value = new ProtoBytes().text(1, tag).message(4, image);
        write(new ProtoBytes().message(5, new ProtoBytes().message(1, value)), step);
    }

    private void write(ProtoBytes event, long step) throws IOException {
        event.real64(1, System.currentTimeMillis() / 1000.0).number(2, step);
        Files.write(file, TfRecord.of(event.toArray()), StandardOpenOption.APPEND);
    }
}
