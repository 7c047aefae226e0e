package latentwilds.training.augment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorWeights;
import latentwilds.training.dataset.Images;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Where in the noise of a region each training texture lives, so that a generator is asked for that
 * very texture there and cannot leave it out (as the instances of Casanova et al. 2021, IC-GAN, are
 * conditions). Among the textures of one label the places are spread as standard normal noise is:
 * noise drawn around the place of a texture drawn at random is nearly standard normal noise.
 *
 * <p>Textures that look alike live near each other: a place's numbers are the ranks of the texture
 * along the label's principal components of {@link TextureFacts}, as normal scores. With few
 * textures there are fewer components than numbers; {@code NaN} stands for those that are free.
 *
 * @param centres per texture {@code size} numbers
 * @param byLabel the textures of each label
 */
public record TexturePlaces(float[][] centres, List<List<Integer>> byLabel) {
    /** No texture has a place. */
    public static final TexturePlaces NONE = new TexturePlaces(new float[0][], List.of());

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Of all variance; what varies less than this is no component. */
    private static final double NOTHING = 1e-9;

    /**
     * Finds the places.
     *
     * @param images tileable textures
     * @param byLabel their indices, by label
     * @param size numbers of a place
     * @return places of all
     */
    static TexturePlaces of(Images images, List<List<Integer>> byLabel, int size) {
        double[][] facts = new double[images.size()][];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = TextureFacts.of(images.pixels(i), images.side(), images.channels());
        }
        standardise(facts);
        float[][] centres = new float[images.size()][size];
        for (List<Integer> label : byLabel) {
            if (label.isEmpty()) {
                continue;
            }
            label.forEach(i -> Arrays.fill(centres[i], Float.NaN));
            double[][] members = label.stream().map(i -> facts[i]).toArray(double[][]::new);
            List<double[]> components = components(members, size);
            for (int k = 0; k < components.size(); k++) {
                double[] scores = normalScores(components.get(k));
                for (int m = 0; m < scores.length; m++) {
                    centres[label.get(m)][k] = (float) scores[m];
                }
            }
        }
        return new TexturePlaces(centres, byLabel);
    }

    /**
     * How many textures have a place.
     *
     * @return 0 for none
     */
    public int count() {
        return centres.length;
    }

    /**
     * Moves noise to a texture's place: as far from it as {@code spread} says.
     *
     * @param noise {@code [latentSize][cells]}, standard normal; its first numbers, the region's,
     *     are changed
     * @param cells of the grid
     * @param texture whose place
     * @param spread standard deviation around the place, 0 to 1; the place itself is drawn in so
     *     that variance stays 1 over all textures
     */
    public void settle(float[] noise, int cells, int texture, double spread) {
        float[] centre = centres[texture];
        for (int k = 0; k < centre.length; k++) {
            if (!Float.isNaN(centre[k])) {
                for (int i = k * cells; i < (k + 1) * cells; i++) {
                    noise[i] = (float) (stay(spread) * centre[k] + spread * noise[i]);
                }
            }
        }
    }

    /**
     * Weights that know where their textures live, so that the game can go there.
     *
     * @param weights of a generator trained with these places, as learned
     * @param spread as it was trained with
     * @return the same with places for its first label group; as they were if there are no places,
     *     or no labels
     */
    public GeneratorWeights into(GeneratorWeights weights, double spread) {
        List<Condition.Group> groups = new ArrayList<>(weights.spec().condition().groups());
        if (count() == 0 || groups.isEmpty()) {
            return weights;
        }
        // The last labels may have no textures to train on.
        List<Integer> counts =
                IntStream.range(0, groups.get(0).labels().size())
                        .mapToObj(l -> l < byLabel.size() ? byLabel.get(l).size() : 0)
                        .toList();
        Condition.Group group = groups.get(0).at(new Condition.Places(counts, (float) spread));
        groups.set(0, group);
        int size = weights.spec().regionSize();
        float[] middles = new float[count() * size];
        int at = 0;
        for (List<Integer> label : byLabel) {
            for (int texture : label) {
                for (float number : centres[texture]) {
                    // What is free is drawn around the mean.
                    middles[at++] = Float.isNaN(number) ? 0 : (float) (stay(spread) * number);
                }
            }
        }
        Map<String, float[]> tensors = new LinkedHashMap<>(weights.tensors());
        tensors.put(GeneratorWeights.placesName(group.name()), middles);
        return new GeneratorWeights(weights.spec().with(new Condition(groups)), tensors);
    }

    private static double stay(double spread) {
        return Math.sqrt(1 - spread * spread);
    }

    /** Every column to mean 0 and variance 1 over all rows. */
    private static void standardise(double[][] rows) {
        for (int c = 0; c < rows[0].length; c++) {
            int column = c;
            double mean = Arrays.stream(rows).mapToDouble(r -> r[column]).average().orElseThrow();
            double variance =
                    Arrays.stream(rows)
                            .mapToDouble(r -> (r[column] - mean) * (r[column] - mean))
                            .average()
                            .orElseThrow();
            double scale = variance > NOTHING ? 1 / Math.sqrt(variance) : 0;
            for (double[] row : rows) {
                row[column] = (row[column] - mean) * scale;
            }
        }
    }

    /** The members' coordinates along their principal components, the strongest first. */
    private static List<double[]> components(double[][] members, int most) {
        int n = members.length;
        int size = members[0].length;
        DMatrixRMaj centred = new DMatrixRMaj(members);
        for (int c = 0; c < size; c++) {
            double mean = 0;
            for (int r = 0; r < n; r++) {
                mean += centred.get(r, c) / n;
            }
            for (int r = 0; r < n; r++) {
                centred.set(r, c, centred.get(r, c) - mean);
            }
        }
        DMatrixRMaj products = new DMatrixRMaj(size, size);
        CommonOps_DDRM.multTransA(centred, centred, products);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        eigen.decompose(products);
        double total = CommonOps_DDRM.trace(products);
        List<double[]> components = new ArrayList<>();
        IntStream.range(0, size)
                .boxed()
                .filter(i -> eigen.getEigenvalue(i).getReal() > NOTHING * total)
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
                .limit(most)
                .forEach(i -> components.add(along(centred, eigen.getEigenVector(i))));
        return components;
    }

    private static double[] along(DMatrixRMaj rows, DMatrixRMaj vector) {
        // An eigenvector's sign is anything.
        double sign = Math.signum(CommonOps_DDRM.elementSum(vector));
        DMatrixRMaj result = new DMatrixRMaj(rows.numRows, 1);
        CommonOps_DDRM.mult(sign == 0 ? 1 : sign, rows, vector, result);
        return result.data;
    }

    /** Ranks as a normal distribution would have them, to variance 1. */
    private static double[] normalScores(double[] values) {
        int n = values.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] scores = new double[n];
        double sum = 0;
        for (int rank = 0; rank < n; rank++) {
            double score = NORMAL.inverseCumulativeProbability((rank + 0.5) / n);
            scores[order[rank]] = score;
            sum += score * score;
        }
        double scale = Math.sqrt(n / sum);
        for (int i = 0; i < n; i++) {
            scores[i] *= scale;
        }
        return scores;
    }
}
