package latentwilds.training.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.Latents;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelException;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.reference.ReferenceGenerator;

/** Runs an ONNX model in ONNX Runtime and compares its pictures with the reference backend's. */
final class OnnxCheck {
    /** Largest difference that is let pass; pictures are in [-1, 1]. */
    static final double TOLERANCE = 1e-4;

    private OnnxCheck() {}

    /**
     * Several batches and, for a spatial generator, grids of several shapes.
     *
     * @param onnx the model's bytes
     * @param weights what it was made from
     * @return the largest difference found; infinite if there is something that is no number
     * @throws ModelException if ONNX Runtime refuses it
     */
    static double difference(byte[] onnx, GeneratorWeights weights) {
        // Process-wide and never closed, by ONNX Runtime's own design.
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(onnx, options);
                    ReferenceGenerator reference = new ReferenceGenerator(weights)) {
                double worst = 0;
                for (List<LatentGrid> batch : batches(weights.spec())) {
                    float[] found = run(environment, session, weights.spec(), batch);
                    worst = Math.max(worst, difference(reference.synthesise(batch), found));
                }
                return worst;
            }
        } catch (OrtException e) {
            throw new ModelException(
                    "Export to ONNX: expected a graph that ONNX Runtime runs, found: %s. Nothing was written"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static List<List<LatentGrid>> batches(GeneratorSpec spec) {
        RandomStream random = new RandomStream(0);
        boolean spatial = spec.spatial();
        return List.of(
                batch(spec, random, 1, 1, 1),
                batch(spec, random, 3, spatial ? 2 : 1, spatial ? 3 : 1),
                batch(spec, random, 2, spatial ? 5 : 1, spatial ? 4 : 1));
    }

    private static List<LatentGrid> batch(
            GeneratorSpec spec, RandomStream random, int size, int rows, int columns) {
        List<LatentGrid> batch = new ArrayList<>();
        int cells = rows * columns;
        for (int i = 0; i < size; i++) {
            batch.add(
                    new LatentGrid(
                            rows,
                            columns,
                            Latents.gaussian(random, spec.latentSize() * cells),
                            Latents.gaussian(random, spec.condition().codeSize() * cells)));
        }
        return batch;
    }

    private static float[] run(
            OrtEnvironment environment,
            OrtSession session,
            GeneratorSpec spec,
            List<LatentGrid> batch)
            throws OrtException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("noise", tensor(environment, batch, spec.latentSize(), false));
            int codeSize = spec.condition().codeSize();
            if (codeSize > 0) {
                inputs.put("code", tensor(environment, batch, codeSize, true));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                OnnxTensor picture = (OnnxTensor) result.get("picture").orElseThrow();
                FloatBuffer values = picture.getFloatBuffer();
                float[] found = new float[values.remaining()];
                values.get(found);
                return found;
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(
            OrtEnvironment environment, List<LatentGrid> batch, int channels, boolean code)
            throws OrtException {
        LatentGrid first = batch.get(0);
        FloatBuffer values =
                FloatBuffer.allocate(batch.size() * channels * first.rows() * first.columns());
        batch.forEach(grid -> values.put(code ? grid.code() : grid.noise()));
        long[] shape = {batch.size(), channels, first.rows(), first.columns()};
        return OnnxTensor.createTensor(environment, values.flip(), shape);
    }

    private static double difference(List<Picture> expected, float[] found) {
        double worst = 0;
        int at = 0;
        for (Picture picture : expected) {
            if (at + picture.values().length > found.length) {
                return Double.POSITIVE_INFINITY;
            }
            for (float value : picture.values()) {
                double difference = Math.abs((double) value - found[at++]);
                worst = Math.max(worst, Double.isNaN(difference) ? 1 / 0d : difference);
            }
        }
        return at == found.length ? worst : Double.POSITIVE_INFINITY;
    }
}
