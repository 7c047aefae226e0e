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
 * @param cutout side of a square that is blanked, as a fraction of the side, 0 for none
 * @param brightness colour is multiplied by 1 +- this, 0 for none
 */
public record Augmentation(double translation, double cutout, double brightness) {

    /**
     * Changes every picture of a batch in its own way.
     *
     * @param pictures {@code [n][channels][h][w]} in [-1, 1]
     * @param random decides the changes
     * @return the changed batch, attached to the same manager; gradients flow through
     */
    public NDArray apply(NDArray pictures, RandomStream random) {
        if (translation == 0 && cutout == 0 && brightness == 0) {
            return pictures;
        }
        Shape shape = pictures.getShape();
        int n = (int) shape.get(0);
        int channels = (int) shape.get(1);
        int h = (int) shape.get(2);
        int w = (int) shape.get(3);
        int reach = (int) Math.round(translation * w);
        int hole = (int) Math.round(cutout * w);
        long[] rows = new long[n * h];
        long[] columns = new long[n * w];
        float[] mask = new float[n * h * w];
        float[] gain = new float[n * channels];
        for (int i = 0; i < n; i++) {
            int dx = random.nextInt(2 * reach + 1) - reach;
            int dy = random.nextInt(2 * reach + 1) - reach;
            int holeX = random.nextInt(w + 1) - hole / 2;
            int holeY = random.nextInt(h + 1) - hole / 2;
            float factor = (float) (1 + (random.nextDouble() * 2 - 1) * brightness);
            for (int y = 0; y < h; y++) {
                rows[i * h + y] = Math.max(0, Math.min(h - 1, y + dy));
            }
            for (int x = 0; x < w; x++) {
                columns[i * w + x] = Math.max(0, Math.min(w - 1, x + dx));
            }
            for (int y = 0; y < h; y++) {
                boolean rowInside = y + dy >= 0 && y + dy < h;
                boolean rowInHole = y >= holeY && y < holeY + hole;
                for (int x = 0; x < w; x++) {
                    boolean inside = rowInside && x + dx >= 0 && x + dx < w;
                    boolean inHole = rowInHole && x >= holeX && x < holeX + hole;
                    mask[(i * h + y) * w + x] = inside && !inHole ? 1 : 0;
                }
            }
            for (int c = 0; c < channels; c++) {
                gain[i * channels + c] = c < 3 ? factor : 1;
            }
        }
        NDManager manager = pictures.getManager();
        NDArray x = pictures.add(1);
        if (reach > 0) {
            x = x.gather(manager.create(columns, new Shape(n, 1, 1, w)).broadcast(shape), 3);
            x = x.gather(manager.create(rows, new Shape(n, 1, h, 1)).broadcast(shape), 2);
        }
        if (reach > 0 || hole > 0) {
            x = x.mul(manager.create(mask, new Shape(n, 1, h, w)));
        }
        if (brightness > 0) {
            x = x.mul(manager.create(gain, new Shape(n, channels, 1, 1)));
        }
        return x.sub(1);
    }
}
