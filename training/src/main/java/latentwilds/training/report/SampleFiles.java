package latentwilds.training.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentwilds.synthesis.Picture;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;

/**
 * Sample pictures on disk. They are drawn and written beside their place first, so that a failure
 * leaves none.
 *
 * @param sheet one PNG of all pictures, or null
 * @param singles folder of one PNG per seed, named by it, or null
 * @param columns pictures per row of the sheet
 */
public record SampleFiles(Path sheet, Path singles, int columns) {

    /**
     * The files that are made.
     *
     * @param seeds of the pictures
     * @return the sheet first
     */
    public List<Path> outputs(List<Long> seeds) {
        List<Path> outputs = new ArrayList<>();
        if (sheet != null) {
            outputs.add(sheet);
        }
        if (singles != null) {
            seeds.forEach(seed -> outputs.add(singles.resolve(name(seed))));
        }
        return outputs;
    }

    private static String name(long seed) {
        return String.format(Locale.ROOT, "seed%04d.png", seed);
    }

    /**
     * Draws and writes. Files that are there are replaced.
     *
     * @param rows where pictures come from: the same seeds from each; one when there are singles
     * @param seeds of the pictures
     * @throws UncheckedIOException if they cannot be written
     */
    public void write(List<Samples> rows, List<Long> seeds) {
        Path place = sheet == null ? singles : sheet;
        try (Staging forSheet = stage(sheet);
                Staging forSingles = stage(singles)) {
            List<Picture> pictures = new ArrayList<>();
            for (Samples samples : rows) {
                for (long seed : seeds) {
                    Picture picture = samples.picture(seed);
                    if (forSingles != null) {
                        PngFile.write(Sheet.image(picture), forSingles.path().resolve(name(seed)));
                    }
                    if (forSheet != null) {
                        pictures.add(picture);
                    }
                }
            }
            if (forSheet != null) {
                Path made = forSheet.path().resolve("sheet.png");
                PngFile.write(Sheet.grid(pictures, columns), made);
                forSheet.moveFile(made, sheet);
            }
            if (forSingles != null) {
                place = singles;
                forSingles.moveTo(singles);
            }
        } catch (IOException e) {
            throw unwritable(place, e);
        }
    }

    private static Staging stage(Path output) {
        try {
            return output == null ? null : new Staging(output);
        } catch (IOException e) {
            throw unwritable(output, e);
        }
    }

    private static UncheckedIOException unwritable(Path output, IOException e) {
        return new UncheckedIOException(
                "%s: cannot be written: %s. Choose another place".formatted(output, Reason.of(e)),
                e);
    }
}
