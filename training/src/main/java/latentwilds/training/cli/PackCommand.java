package latentwilds.training.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import latentwilds.training.file.Reason;
import latentwilds.training.loop.Checkpoint;
import latentwilds.training.run.PackedRun;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Seen;
import latentwilds.training.run.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./train pack}: a run to a small file that others can go on from. */
@Command(
        name = "pack",
        description =
                "Writes a run's average and discriminator into one small file for --init-from.",
        mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {
    @ParentCommand private TrainCli cli;

    @Option(names = "--run", required = true, paramLabel = "RUN_FOLDER", description = "The run.")
    private Path folder;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "For example my-sprites.safetensors.")
    private Path out;

    @Option(names = "--replace", description = "Overwrite a file that is there.")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        RunFolder run = RunFolder.open(folder);
        Existing.refuse(List.of(out), replace);
        Checkpoint checkpoint = new Snapshots(run).needed();
        Seen seen = run.seen(checkpoint);
        try {
            Path parent = out.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            PackedRun.of(checkpoint, run.origin().groups(), seen).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. Choose another --out".formatted(out, Reason.of(e)),
                    e);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", out.toString());
        answer.put("imagesSeen", seen.images());
        answer.put("bytes", Files.size(out));
        System.out.printf(
                "%s: %d images seen, %d KB%nGo on with: ./train train --init-from %s%n",
                out, seen.images(), (Files.size(out) + 1023) / 1024, out);
        cli.answer(answer);
        return 0;
    }
}
