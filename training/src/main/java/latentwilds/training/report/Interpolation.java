package latentwilds.training.report;

import java.util.ArrayList;
import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.GeneratorSpec;
import latentwilds.synthesis.Picture;

/**
 * The way from one picture to the next through latent space: noise on the sphere (Shoemake's slerp,
 * for ground cell by cell), label codes in a straight line. The first and last frame of a way are
 * the very pictures of its seeds.
 */
public final class Interpolation {
    private final Samples samples;
    private final List<Long> seeds;
    private final int frames;
    private final boolean loop;

    /**
     * Plans the way.
     *
     * @param samples makes the pictures
     * @param seeds stations, at least two
     * @param frames pictures from one station to the next, both included, at least two
     * @param loop whether the way leads back from the last station to the first
     */
    public Interpolation(Samples samples, List<Long> seeds, int frames, boolean loop) {
        this.samples = samples;
        this.seeds = List.copyOf(seeds);
        this.frames = frames;
        this.loop = loop;
    }

    /**
     * Walks the way.
     *
     * @return per pair of stations its frames, both ends included
     */
    public List<List<Picture>> rows() {
        List<List<Picture>> rows = new ArrayList<>();
        for (int i = 0; i < seeds.size() - (loop ? 0 : 1); i++) {
            LatentGrid from = samples.latent(seeds.get(i));
            LatentGrid to = samples.latent(seeds.get((i + 1) % seeds.size()));
            List<Picture> row = new ArrayList<>();
            for (int frame = 0; frame < frames; frame++) {
                double t = frame / (frames - 1.0);
                row.add(samples.picture(between(from, to, samples.spec(), t)));
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * The same as a film: no station twice in a row, a loop without its first picture at the end.
     *
     * @param rows from {@link #rows}
     * @return frames in order
     */
    public List<Picture> film(List<List<Picture>> rows) {
        List<Picture> film = new ArrayList<>();
        rows.forEach(row -> film.addAll(row.subList(0, row.size() - 1)));
        if (!loop) {
            List<Picture> last = rows.get(rows.size() - 1);
            film.add(last.get(last.size() - 1));
        }
        return film;
    }

    /**
     * Both grids are planar: {@code [channel][cell]}. The first channels, which a region shares,
     * turn by themselves: with a cell's own they would come apart from cell to cell. So does each
     * wave, cosine with sine, which makes a lattice glide.
     */
    static LatentGrid between(LatentGrid from, LatentGrid to, GeneratorSpec spec, double t) {
        if (t == 0 || t == 1) {
            // Not through arithmetic that rounds.
            return t == 0 ? from : to;
        }
        int cells = from.rows() * from.columns();
        float[] noise = new float[from.noise().length];
        for (int cell = 0; cell < cells; cell++) {
            turn(from, to, cell, 0, spec.regionSize(), t, noise);
            turn(from, to, cell, spec.regionSize(), spec.drawnSize(), t, noise);
            for (int wave = spec.drawnSize(); wave < spec.latentSize(); wave += 2) {
                turn(from, to, cell, wave, wave + 2, t, noise);
            }
        }
        return new LatentGrid(
                from.rows(), from.columns(), noise, Latents.mix(from.code(), to.code(), t));
    }

    private static void turn(
            LatentGrid from, LatentGrid to, int cell, int first, int end, double t, float[] noise) {
        int cells = from.rows() * from.columns();
        float[] z = Latents.slerp(column(from, cell, first, end), column(to, cell, first, end), t);
        for (int c = 0; c < z.length; c++) {
            noise[(first + c) * cells + cell] = z[c];
        }
    }

    private static float[] column(LatentGrid grid, int cell, int first, int end) {
        int cells = grid.rows() * grid.columns();
        float[] z = new float[end - first];
        for (int c = 0; c < z.length; c++) {
            z[c] = grid.noise()[(first + c) * cells + cell];
        }
        return z;
    }
}
