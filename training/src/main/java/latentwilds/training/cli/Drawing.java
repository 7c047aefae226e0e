package latentwilds.training.cli;

import java.util.Map;
import latentwilds.model.GeneratorWeights;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.training.report.Samples;
import picocli.CommandLine.Option;

/** How a verb draws pictures: with which labels, how much ground, computed by what. */
final class Drawing {
    private static final int MAX_CELLS = 32;

    @Option(
            names = "--label",
            paramLabel = "GROUP=LABEL",
            description = "Fixes a label; otherwise the seeds go through all of them in turn.")
    private Map<String, String> labels = Map.of();

    @Option(
            names = "--cells",
            paramLabel = "N",
            defaultValue = "8",
            description = "Side of a ground sample in cells. Default: ${DEFAULT-VALUE}.")
    private int cells;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "auto, torch or reference. Default: ${DEFAULT-VALUE}.")
    private String backend;

    /** Refuses what cannot be drawn, before anything is read. */
    void check() {
        Expect.that(cells >= 1 && cells <= MAX_CELLS, "--cells", "1 to " + MAX_CELLS, cells);
        Backend.parse(backend);
    }

    /** The model on its backend; to be closed. */
    Generator open(GeneratorWeights weights, TrainCli cli) {
        return new BackendChooser(Backend.parse(backend), cli::note).open(weights);
    }

    /** Pictures of a model that was opened here. */
    Samples samples(GeneratorWeights weights, Generator generator, double psi) {
        return new Samples(weights, generator, labels, cells, psi);
    }
}
