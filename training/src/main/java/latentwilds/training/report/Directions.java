package latentwilds.training.report;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.ModelCard;
import latentwilds.synthesis.Picture;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The ways through latent space along which a generator's first layer changes most: eigenvectors of
 * {@code A A'} for the weight {@code A [noise channels][everything it makes]} (Shen and Zhou 2021,
 * SeFa). What they mean is for an eye to say.
 */
public final class Directions {
    private static final int STEPS = 7;

    private Directions() {}

    /**
     * Finds the ways.
     *
     * @param weights the generator
     * @param count how many, at most the noise channels that chance fills
     * @return unit vectors with a range of 3 standard deviations each way, the strongest first; the
     *     largest component of each is positive
     */
    public static List<ModelCard.Direction> of(GeneratorWeights weights, int count) {
        int size = weights.spec().drawnSize();
        Layer first = weights.spec().layers().get(0);
        float[] values = weights.weight(0);
        int rows = first.weightInputs(weights.spec().condition().codeSize());
        boolean outputsFirst = first instanceof Layer.Conv3x3;
        if (outputsFirst) {
            throw new IllegalArgumentException(
                    "Directions: expected a first layer that is dense or up-samples, found a 3 x 3"
                            + " convolution");
        }
        // Rows of waves and codes come after those of noise.
        DMatrixRMaj a = new DMatrixRMaj(size, values.length / rows);
        for (int i = 0; i < a.data.length; i++) {
            a.data[i] = values[i];
        }
        DMatrixRMaj products = new DMatrixRMaj(size, size);
        CommonOps_DDRM.multTransB(a, a, products);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        eigen.decompose(products);
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
                .limit(count)
                .map(i -> direction(eigen.getEigenVector(i).data))
                .toList();
    }

    private static ModelCard.Direction direction(double[] vector) {
        double largest = 0;
        for (double v : vector) {
            largest = Math.abs(v) > Math.abs(largest) ? v : largest;
        }
        List<Float> values = new ArrayList<>();
        for (double v : vector) {
            values.add((float) (Math.signum(largest) * v));
        }
        return new ModelCard.Direction(values, -3, 3);
    }

    /**
     * Pictures along a way.
     *
     * @param samples makes them
     * @param seed where the way is begun: its own place on the way is replaced
     * @param direction the way
     * @param steps pictures, at least two, from one end of the range to the other
     * @return in order
     */
    public static List<Picture> walk(
            Samples samples, long seed, ModelCard.Direction direction, int steps) {
        LatentGrid start = samples.latent(seed);
        List<Picture> pictures = new ArrayList<>();
        for (int s = 0; s < steps; s++) {
            double at = direction.from() + (direction.to() - direction.from()) * s / (steps - 1.0);
            float[] noise = moved(start, direction, at);
            pictures.add(samples.picture(samples.latent(seed, noise)));
        }
        return pictures;
    }

    /**
     * A sheet of ways, one per row, seven steps each.
     *
     * @param samples makes the pictures
     * @param directions the rows
     * @param pictures that go each way, side by side: seeds from 0 on
     * @return the sheet
     */
    public static BufferedImage sheet(
            Samples samples, List<ModelCard.Direction> directions, int pictures) {
        List<Picture> drawn = new ArrayList<>();
        for (ModelCard.Direction direction : directions) {
            for (int seed = 0; seed < pictures; seed++) {
                drawn.addAll(walk(samples, seed, direction, STEPS));
            }
        }
        return Sheet.grid(drawn, pictures * STEPS);
    }

    /** Every cell's noise, with its component along the direction set to a value. */
    static float[] moved(LatentGrid grid, ModelCard.Direction direction, double at) {
        float[] noise = grid.noise().clone();
        int cells = grid.rows() * grid.columns();
        for (int cell = 0; cell < cells; cell++) {
            double own = 0;
            for (int c = 0; c < direction.vector().size(); c++) {
                own += direction.vector().get(c) * noise[c * cells + cell];
            }
            for (int c = 0; c < direction.vector().size(); c++) {
                noise[c * cells + cell] += (float) ((at - own) * direction.vector().get(c));
            }
        }
        return noise;
    }
}
