package latentwilds.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latentwilds.training.run.RunFolder;

/** The sample grids of a run: fixed latents, one file per snapshot. */
public final class Grids {
    private static final Pattern NAME = Pattern.compile("fakes(\\d{6}|\\d{10})\\.png");
    private static final int OLD_DIGITS = 6;
    private static final long UNIT = 1000;

    private Grids() {}

    /**
     * Where the grid of a snapshot is kept.
     *
     * @param run whose
     * @param images real pictures shown so far
     * @return its file, named by the images as snapshots are
     */
    public static Path file(RunFolder run, long images) {
        return run.path().resolve(String.format(Locale.ROOT, "fakes%010d.png", images));
    }

    /**
     * The grids that are there. Runs of version 0.1 named them by thousands of images, in six
     * digits.
     *
     * @param run whose
     * @return images seen to file
     * @throws IOException if the folder cannot be read
     */
    public static SortedMap<Long, Path> all(RunFolder run) throws IOException {
        SortedMap<Long, Path> grids = new TreeMap<>();
        try (Stream<Path> files = Files.list(run.path())) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    long number = Long.parseLong(name.group(1));
                    grids.put(name.group(1).length() == OLD_DIGITS ? number * UNIT : number, file);
                }
            }
        }
        return grids;
    }

    /**
     * Removes the grids of steps that a run does not have taken any more.
     *
     * @param run whose; only for who trains it
     * @param images real pictures shown in the state that the run goes on from
     * @throws IOException if one cannot be removed
     */
    static void removeAfter(RunFolder run, long images) throws IOException {
        for (Path grid : all(run).tailMap(images + 1).values()) {
            Files.delete(grid);
        }
    }
}
