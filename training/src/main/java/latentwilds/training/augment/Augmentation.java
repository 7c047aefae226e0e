package latentwilds.training.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import latentwilds.seed.RandomStream;

/**
 * Differentiable augmentation (Zhao et al., DiffAugment, 2020): real and fake go through the same
 * random changes before the discriminator, so it cannot learn a small data set by heart and the
 * generator is not taught the changes themselves. Outside the picture is -1: transparent black.
 *
 * @param translation largest shift as a fraction of the side, 0 for none
 * @param toroidal whether a shift wraps round: exact for textures that tile
 * @param cutout side of a square that is blanked, as a fraction of the side, 0 for none
 * @param darkest smallest factor of brightness
 * @param brightest largest factor of brightness
 * @param colour largest change of saturation and of contrast, as a fraction, 0 for none
 */
public record Augmentation(
        double translation,
        boolean toroidal,
        double cutout,
        double darkest,
        double brightest,
        double colour) {

    /**
     * Changes every picture of a batch in its own way.
     *
     * @param pictures {@code [n][channels][h][w]} in [-1, 1]
     * @param strength share of the pictures that each change is applied to, 0 to 1
     * @param random decides the changes
     * @return the changed batch, attached to the same manager; gradients flow through
     */
    public NDArray apply(NDArray pictures, double strength, RandomStream random) {
        boolean shifts = translation > 0;
        boolean recolours = darkest != 1 || brightest != 1;
        if (strength == 0 || !shifts && cutout == 0 && !recolours && colour == 0) {
            return pictures;
        }
        NDArray x = pictures.add(1);
        if (shifts) {
            x = shift(x, strength, random);
        }
        if (cutout > 0) {
            x = cut(x, strength, random);
        }
        if (recolours) {
            x = brighten(x, strength, random);
        }
        if (colour > 0) {
            x = recolour(x, strength, random);
        }
        return x.sub(1);
    }

    private NDArray shift(NDArray x, double strength, RandomStream random) {
        Shape shape = x.getShape();
        int n = (int) shape.get(0);
        int h = (int) shape.get(2);
        int w = (int) shape.get(3);
        int reach = (int) Math.round(translation * w);
        long[] rows = new long[n * h];
        long[] columns = new long[n * w];
        float[] mask = new float[n * h * w];
        for (int i = 0; i < n; i++) {
            boolean on = random.nextDouble() < strength;
            int dx = on ? random.nextInt(2 * reach + 1) - reach : 0;
            int dy = on ? random.nextInt(2 * reach + 1) - reach : 0;
            for (int y = 0; y < h; y++) {
                rows[i * h + y] = place(y + dy, h);
            }
            for (int c = 0; c < w; c++) {
                columns[i * w + c] = place(c + dx, w);
            }
            for (int y = Math.max(0, -dy); y < Math.min(h, h - dy); y++) {
                int left = Math.max(0, -dx);
                int right = Math.min(w, w - dx);
                java.util.Arrays.fill(mask, (i * h + y) * w + left, (i * h + y) * w + right, 1);
            }
        }
        NDManager manager = x.getManager();
        NDArray moved =
                x.gather(manager.create(columns, new Shape(n, 1, 1, w)).broadcast(shape), 3);
        moved = moved.gather(manager.create(rows, new Shape(n, 1, h, 1)).broadcast(shape), 2);
        return toroidal ? moved : moved.mul(manager.create(mask, new Shape(n, 1, h, w)));
    }

    private int place(int at, int side) {
        return toroidal ? Math.floorMod(at, side) : Math.max(0, Math.min(side - 1, at));
    }

    private NDArray cut(NDArray x, double strength, RandomStream random) {
        Shape shape = x.getShape();
        int n = (int) shape.get(0);
        int h = (int) shape.get(2);
        int w = (int) shape.get(3);
        int hole = (int) Math.round(cutout * w);
        float[] mask = new float[n * h * w];
        java.util.Arrays.fill(mask, 1);
        for (int i = 0; i < n; i++) {
            boolean on = random.nextDouble() < strength;
            int left = random.nextInt(w + 1) - hole / 2;
            int top = random.nextInt(h + 1) - hole / 2;
            for (int y = Math.max(0, top); on && y < Math.min(h, top + hole); y++) {
                int from = (i * h + y) * w;
                java.util.Arrays.fill(
                        mask, from + Math.max(0, left), from + Math.min(w, left + hole), 0);
            }
        }
        return x.mul(x.getManager().create(mask, new Shape(n, 1, h, w)));
    }

    private NDArray brighten(NDArray x, double strength, RandomStream random) {
        int n = (int) x.getShape().get(0);
        int channels = (int) x.getShape().get(1);
        float[] gain = new float[n * channels];
        for (int i = 0; i < n; i++) {
            float factor = (float) factor(darkest, brightest, strength, random);
            for (int c = 0; c < channels; c++) {
                // Alpha stays.
                gain[i * channels + c] = c < 3 ? factor : 1;
            }
        }
        return x.mul(x.getManager().create(gain, new Shape(n, channels, 1, 1)));
    }

    /** Saturation: away from or towards each pixel's grey; contrast: from or to the mean grey. */
    private NDArray recolour(NDArray x, double strength, RandomStream random) {
        int n = (int) x.getShape().get(0);
        int channels = (int) x.getShape().get(1);
        NDManager manager = x.getManager();
        float[] saturation = new float[n * channels];
        float[] contrast = new float[n * channels];
        for (int i = 0; i < n; i++) {
            float s = (float) factor(1 - colour, 1 + colour, strength, random);
            float k = (float) factor(1 - colour, 1 + colour, strength, random);
            for (int c = 0; c < channels; c++) {
                saturation[i * channels + c] = c < 3 ? s : 1;
                contrast[i * channels + c] = c < 3 ? k : 1;
            }
        }
        Shape perChannel = new Shape(n, channels, 1, 1);
        NDArray mix = manager.create(saturation, perChannel);
        NDArray colours = x.get(":, 0:3");
        NDArray grey = colours.mean(new int[] {1}, true);
        NDArray saturated = x.mul(mix).add(grey.mul(mix.neg().add(1)));
        NDArray stretch = manager.create(contrast, perChannel);
        NDArray mean = grey.reshape(n, -1).mean(new int[] {1}).reshape(n, 1, 1, 1);
        return saturated.mul(stretch).add(mean.mul(stretch.neg().add(1)));
    }

    private static double factor(double from, double to, double strength, RandomStream random) {
        double factor = from + random.nextDouble() * (to - from);
        return random.nextDouble() < strength ? factor : 1;
    }
}
