package latentwilds.training.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import latentwilds.model.Gate;
import latentwilds.model.ModelException;
import latentwilds.model.ModelFile;
import latentwilds.model.WholeFile;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.file.PngFile;
import latentwilds.training.file.Reason;
import latentwilds.training.file.Staging;
import latentwilds.training.report.Samples;
import latentwilds.training.report.Sheet;

/** Writes models: all of a format's files, or none. */
public final class Exporter {
    private static final int COLUMNS = 8;
    private static final int SAMPLES = 64;

    private Exporter() {}

    /**
     * Writes a model.
     *
     * @param model what
     * @param format how
     * @param out where, as {@link ExportFormat#files} reads it; files that are there are replaced
     * @return for ONNX the largest difference, in ONNX Runtime, to the reference backend
     * @throws ModelException if ONNX Runtime draws other pictures
     * @throws UncheckedIOException if it cannot be written
     */
    public static OptionalDouble write(Exportable model, ExportFormat format, Path out) {
        List<Path> files = format.files(out);
        Path folder = files.get(0).toAbsolutePath().getParent();
        try (Staging staging = new Staging(folder)) {
            List<Path> made =
                    files.stream().map(f -> staging.path().resolve(f.getFileName())).toList();
            OptionalDouble difference = OptionalDouble.empty();
            switch (format) {
                case SAFETENSORS -> {
                    game(model, made);
                    if (model.gate().isPresent()) {
                        model.gate().get().write(staging.path());
                    } else {
                        // Another generator's gate says nothing about this one.
                        Files.deleteIfExists(folder.resolve(Gate.NAME));
                    }
                }
                case PYTORCH -> StateDict.write(model, made.get(0), made.get(1));
                case ONNX -> difference = OptionalDouble.of(onnx(model, made.get(0)));
            }
            staging.moveTo(folder);
            return difference;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s: cannot be written: %s. Choose another --out".formatted(out, Reason.of(e)),
                    e);
        }
    }

    private static void game(Exportable model, List<Path> files) throws IOException {
        ModelFile.write(files.get(0), model.weights(), model.type(), About.credits(model.card()));
        model.card().write(files.get(1));
        try (Generator generator = new ReferenceGenerator(model.weights())) {
            Samples samples = new Samples(model.weights(), generator, Map.of(), Exportable.CELLS);
            PngFile.write(Sheet.grid(samples.pictures(0, SAMPLES - 1), COLUMNS), files.get(2));
        }
    }

    private static double onnx(Exportable model, Path file) throws IOException {
        byte[] onnx = OnnxModel.of(model).toByteArray();
        double difference = OnnxCheck.difference(onnx, model.weights());
        if (difference > OnnxCheck.TOLERANCE) {
            throw new ModelException(
                    "Export to ONNX: expected the reference backend's pictures from ONNX Runtime, to %s, found a difference of %s; nothing was written. Export as safetensors"
                            .formatted(OnnxCheck.TOLERANCE, difference));
        }
        WholeFile.write(file, onnx);
        return difference;
    }
}
