package latentwilds.training.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.training.net.DiscriminatorNet;
import latentwilds.training.net.ParameterSet;
import latentwilds.training.net.UnfoldedWeights;
import latentwilds.training.net.Upsampling;

/**
 * Weights of another run or model, to begin with. An array is taken over where name and shape fit;
 * one with more or fewer channels where they overlap (a generator's layer that reads more begins by
 * ignoring it); a label's code by the label's name; what is known of training textures only whole,
 * since they have no names.
 *
 * @param arrays name to values, named as in a {@link Checkpoint}
 * @param shapes name to dimensions
 * @param labels label group to its labels there
 * @param folded whether batch norm has gone into the weights, so that its scale is to be found anew
 */
public record Transfer(
        Map<String, float[]> arrays,
        Map<String, int[]> shapes,
        Map<String, List<String>> labels,
        boolean folded) {

    /**
     * From another run.
     *
     * @param checkpoint of it
     * @param labels label group to its labels there
     * @return generator, average, discriminator; not the optimisers' moments
     */
    public static Transfer of(Checkpoint checkpoint, Map<String, List<String>> labels) {
        return new Transfer(checkpoint.arrays(), checkpoint.shapes(), labels, false);
    }

    /**
     * From a model: a generator without a discriminator, batch norm folded in. Its batch norm does
     * nothing but shift, as the bias did; {@link Unfolding} makes it one that can be trained.
     *
     * @param weights the model
     * @param upsampling of the generator that is to take them over; 4 x 4 kernels that no smaller
     *     ones make stay what they are, and do not fit
     * @return generator and average
     */
    public static Transfer of(GeneratorWeights weights, Upsampling upsampling) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        Map<String, int[]> shapes = new LinkedHashMap<>();
        UnfoldedWeights.of(weights, upsampling)
                .forEach(
                        (name, array) -> {
                            for (String prefix : List.of("g.", "ema.", "stats.")) {
                                arrays.put(prefix + name, array.values());
                                shapes.put(prefix + name, array.shape());
                            }
                        });
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (Condition.Group group : weights.spec().condition().groups()) {
            labels.put(group.name(), group.labels());
        }
        return new Transfer(arrays, shapes, labels, true);
    }

    /**
     * From parts of a run: what begins with the average, since the generator itself is not there.
     *
     * @param arrays names start with {@code ema.}, {@code standing.} or {@code d.}
     * @param shapes name to dimensions
     * @param labels label group to its labels there
     * @return generator, average, discriminator
     */
    public static Transfer ofAverage(
            Map<String, float[]> arrays,
            Map<String, int[]> shapes,
            Map<String, List<String>> labels) {
        return new Transfer(asGenerator(arrays), asGenerator(shapes), labels, false);
    }

    private static <T> Map<String, T> asGenerator(Map<String, T> parts) {
        Map<String, T> all = new LinkedHashMap<>(parts);
        parts.forEach(
                (name, part) -> {
                    if (name.startsWith("ema.")) {
                        all.put(name.replaceFirst("ema", "g"), part);
                    } else if (name.startsWith(Checkpoint.STANDING)) {
                        all.put("stats." + name.substring(Checkpoint.STANDING.length()), part);
                    }
                });
        return all;
    }

    /** Whether an array of this name and shape is here. */
    boolean holds(String name, int[] shape) {
        return java.util.Arrays.equals(shape, shapes.get(name));
    }

    List<String> into(Adversaries adversaries) {
        List<String> left = new ArrayList<>();
        GeneratorSpec spec = adversaries.generator().spec();
        into("g.", adversaries.generator().parameters(), spec, left);
        into("stats.", adversaries.generator().statistics(), spec, left);
        into("ema.", adversaries.average().parameters(), spec, new ArrayList<>());
        into("d.", adversaries.discriminator().parameters(), spec, left);
        return left;
    }

    private void into(String prefix, ParameterSet set, GeneratorSpec spec, List<String> left) {
        for (String name : set.names()) {
            float[] from = arrays.get(prefix + name);
            int[] shape = shapes.get(prefix + name);
            int[] wanted = set.shape(name);
            if (from == null || shape == null || !fits(name, shape, wanted)) {
                left.add(
                        "%s%s: expected %s, found %s"
                                .formatted(
                                        prefix,
                                        name,
                                        java.util.Arrays.toString(wanted),
                                        shape == null ? "none" : java.util.Arrays.toString(shape)));
                continue;
            }
            float[] values = set.values(name);
            int[] rows = rows(name, spec.condition(), wanted[0]);
            int[] columns = new int[wanted.length > 1 ? wanted[1] : 1];
            java.util.Arrays.setAll(columns, i -> i);
            InputChannels inputs =
                    prefix.equals("d.") ? null : InputChannels.of(name, spec, wanted, shapes);
            if (inputs != null) {
                rows = inputs.axis() == 0 ? inputs.from() : rows;
                columns = inputs.axis() == 1 ? inputs.from() : columns;
            }
            copy(from, shape, values, wanted, rows, columns);
            if (inputs != null) {
                ignoreNew(values, wanted, inputs);
            }
            set.load(name, values);
            if (!java.util.Arrays.equals(shape, wanted)) {
                left.add(
                        "%s%s: taken over in part, from %s to %s"
                                .formatted(
                                        prefix,
                                        name,
                                        java.util.Arrays.toString(shape),
                                        java.util.Arrays.toString(wanted)));
            }
        }
    }

    private static boolean fits(String name, int[] from, int[] to) {
        return name.equals(DiscriminatorNet.TEXTURES)
                ? java.util.Arrays.equals(from, to)
                : overlaps(from, to);
    }

    /** Kernels of another size mean something else; other numbers of channels overlap. */
    private static boolean overlaps(int[] from, int[] to) {
        if (from.length != to.length) {
            return false;
        }
        for (int i = 2; i < to.length; i++) {
            if (from[i] != to[i]) {
                return false;
            }
        }
        return true;
    }

    /** For every row wanted, the row it comes from, -1 for none: by label, else by place. */
    private int[] rows(String name, Condition condition, int count) {
        int[] rows = new int[count];
        java.util.Arrays.setAll(rows, i -> i);
        for (Condition.Group group : condition.groups()) {
            boolean table =
                    name.equals(GeneratorWeights.codesName(group.name()))
                            || name.equals(GeneratorWeights.accentsName(group.name()))
                            || name.equals("projection." + group.name())
                            || name.startsWith("classifier." + group.name() + ".");
            List<String> there = labels.get(group.name());
            if (table && there != null) {
                java.util.Arrays.setAll(rows, i -> there.indexOf(group.labels().get(i)));
            }
        }
        return rows;
    }

    private static void copy(
            float[] from, int[] shape, float[] to, int[] wanted, int[] rows, int[] columns) {
        int taps = taps(wanted);
        int columnsThere = shape.length > 1 ? shape[1] : 1;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                boolean there = rows[row] >= 0 && rows[row] < shape[0];
                if (there && columns[column] >= 0 && columns[column] < columnsThere) {
                    int source = (rows[row] * columnsThere + columns[column]) * taps;
                    int target = (row * columns.length + column) * taps;
                    System.arraycopy(from, source, to, target, taps);
                }
            }
        }
    }

    /**
     * Inputs that the origin had not: with 0 they change no picture, and are learned from there.
     */
    private static void ignoreNew(float[] values, int[] wanted, InputChannels inputs) {
        int taps = taps(wanted);
        for (int i = 0; i < values.length; i++) {
            int[] at = {i / (wanted[1] * taps), i / taps % wanted[1]};
            if (inputs.from()[at[inputs.axis()]] < 0) {
                values[i] = 0;
            }
        }
    }

    /** Values per row and column of a kernel. */
    private static int taps(int[] shape) {
        int taps = 1;
        for (int i = 2; i < shape.length; i++) {
            taps *= shape[i];
        }
        return taps;
    }
}
