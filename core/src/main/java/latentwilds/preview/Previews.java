package latentwilds.preview;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import latentwilds.seed.RunSeed;
import latentwilds.seed.SeedCode;
import latentwilds.seed.Streams;
import latentwilds.world.BiomeField;
import latentwilds.world.Island;

/** Pictures of islands to files, with a line each that says what was done. One thread. */
public final class Previews {
    /** Pixels of one island on a sheet. */
    static final int TILE = 128;

    private static final int GAP = 2;
    private static final int EMPTY = 0xFF120F1C;

    private final Colours colours;

    /**
     * Makes pictures.
     *
     * @param colours of the ground
     */
    public Previews(Colours colours) {
        this.colours = colours;
    }

    /**
     * One island, a pixel per cell.
     *
     * @param seed which
     * @param file where to
     * @return a line for people
     * @throws IOException if it cannot be written
     */
    public String one(RunSeed seed, PictureFile file) throws IOException {
        long start = System.nanoTime();
        Streams streams = new Streams(seed);
        Island island = new Island(streams);
        long nanos = System.nanoTime() - start;
        file.write(
                IslandPicture.marked(island, colours.in(streams), BiomeField.SIZE),
                BiomeField.SIZE);
        return String.format(
                Locale.ROOT,
                "%s: the island of %s, planned in %.0f ms",
                file,
                SeedCode.format(seed),
                nanos / 1e6);
    }

    /**
     * Many islands, in rows from the upper left.
     *
     * @param seeds which
     * @param file where to
     * @return a line for people
     * @throws IOException if it cannot be written
     */
    public String sheet(SeedRange seeds, PictureFile file) throws IOException {
        int columns = (int) Math.ceil(Math.sqrt(1.6 * seeds.count()));
        columns = Math.min(columns, seeds.count());
        int rows = (seeds.count() + columns - 1) / columns;
        int width = columns * (TILE + GAP) - GAP;
        int[] sheet = new int[width * (rows * (TILE + GAP) - GAP)];
        Arrays.fill(sheet, EMPTY);
        long nanos = 0;
        for (int i = 0; i < seeds.count(); i++) {
            long start = System.nanoTime();
            Streams streams = new Streams(new RunSeed(seeds.from() + i));
            Island island = new Island(streams);
            nanos += System.nanoTime() - start;
            int[] tile = IslandPicture.marked(island, colours.in(streams), TILE);
            int left = i % columns * (TILE + GAP);
            int top = i / columns * (TILE + GAP);
            for (int y = 0; y < TILE; y++) {
                System.arraycopy(tile, y * TILE, sheet, (top + y) * width + left, TILE);
            }
        }
        file.write(sheet, width);
        return String.format(
                Locale.ROOT,
                "%s: islands %d to %d, %d a row, planned in %.0f ms each",
                file,
                seeds.from(),
                seeds.to(),
                columns,
                nanos / 1e6 / seeds.count());
    }
}
