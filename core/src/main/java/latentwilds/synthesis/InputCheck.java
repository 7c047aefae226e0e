package latentwilds.synthesis;

import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;

/** What every backend checks before it computes. */
public final class InputCheck {
    private InputCheck() {}

    /**
     * Checks that inputs fit a generator and each other.
     *
     * @param spec the generator
     * @param inputs a batch
     * @throws IllegalArgumentException naming what was expected and found
     */
    public static void check(GeneratorSpec spec, List<LatentGrid> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "Generator '%s': expected at least one input, found none"
                            .formatted(spec.kind()));
        }
        LatentGrid first = inputs.get(0);
        for (LatentGrid grid : inputs) {
            int cells = grid.rows() * grid.columns();
            if (!spec.spatial() && cells != 1) {
                throw new IllegalArgumentException(
                        "Generator '%s': expected a grid of 1 x 1, found %d x %d"
                                .formatted(spec.kind(), grid.rows(), grid.columns()));
            }
            if (grid.rows() != first.rows() || grid.columns() != first.columns()) {
                throw new IllegalArgumentException(
                        "Generator '%s': expected grids of one size, found %d x %d and %d x %d"
                                .formatted(
                                        spec.kind(),
                                        first.rows(),
                                        first.columns(),
                                        grid.rows(),
                                        grid.columns()));
            }
            expect(spec, "latent length", spec.latentSize(), grid.noise().length / cells);
            expect(spec, "code length", spec.condition().codeSize(), grid.code().length / cells);
        }
    }

    private static void expect(GeneratorSpec spec, String what, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    "Generator '%s': %s: expected %d, found %d"
                            .formatted(spec.kind(), what, expected, found));
        }
    }
}
