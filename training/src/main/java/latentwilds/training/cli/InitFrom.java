package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelFile;
import latentwilds.model.SafeTensors;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.loop.Transfer;
import latentwilds.training.net.Upsampling;
import latentwilds.training.run.PackedRun;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Seen;
import latentwilds.training.run.Snapshots;

/**
 * The weights that a run starts with: those of another run, or of a model.
 *
 * @param transfer the weights
 * @param seen what they have been through, as far as that is written down
 */
record InitFrom(Transfer transfer, Seen seen) {
    static InitFrom read(TrainingOptions options) {
        Path from = Path.of(options.initFrom());
        Upsampling upsampling = options.generator().upsampling();
        if (Files.exists(from.resolve(ModelFile.NAME))) {
            return new InitFrom(
                    Transfer.of(ModelFile.read(from.resolve(ModelFile.NAME)), upsampling),
                    card(from));
        }
        if (!Files.isDirectory(from)) {
            SafeTensors content = SafeTensors.read(from);
            return PackedRun.is(content)
                    ? packed(PackedRun.read(from, content))
                    : new InitFrom(Transfer.of(ModelFile.read(from), upsampling), Seen.NOTHING);
        }
        RunFolder run = RunFolder.open(from);
        try {
            Checkpoint checkpoint = new Snapshots(run).needed();
            return new InitFrom(
                    Transfer.of(checkpoint, run.origin().groups()), run.seen(checkpoint));
        } catch (IOException e) {
            throw new UncheckedIOException(from + ": cannot be read: " + Reason.of(e), e);
        }
    }

    private static InitFrom packed(PackedRun packed) {
        return new InitFrom(
                Transfer.ofAverage(packed.arrays(), packed.shapes(), packed.groups()),
                packed.seen());
    }

    private static Seen card(Path model) {
        if (!Files.exists(model.resolve(ModelCard.NAME))) {
            return Seen.NOTHING;
        }
        ModelCard card = ModelCard.read(model.resolve(ModelCard.NAME));
        return new Seen(card.imagesSeen(), card.wallMinutes());
    }
}
