package latentwilds.training.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.model.GeneratorSpec;
import latentwilds.seed.RandomStream;
import latentwilds.training.augment.Batch;
import latentwilds.training.augment.Batches;
import latentwilds.training.file.Ending;

/**
 * How fast and how large a training is: the very steps that {@link Training} takes, on made-up
 * pictures. Used by one thread.
 */
public final class Benchmark {
    private static final int WARM_UP = 3;
    private static final int PEAK_ROUNDS = 6;
    private static final int PEAK_SIDE = 1024;
    private static final int GENERATOR_PASSES = 3;
    private static final int DISCRIMINATOR_PASSES = 8;
    private static final Path STATUS = Path.of("/proc/self/status");

    private Benchmark() {}

    /**
     * What was measured.
     *
     * @param imagesPerSecond real pictures per second
     * @param secondsPerStep of both networks
     * @param gigaflops of the convolutions and matrices of a step, per second: 3 passes of the
     *     generator (forward, by input, by weight), 8 of the discriminator (forward three times, by
     *     input three times, by weight twice)
     * @param peakGigaflops the fastest large matrix product that libtorch makes here, per second
     * @param dataShare part of the time that was spent waiting for pictures
     * @param arraysBefore arrays alive after the first steps
     * @param arraysAfter arrays alive after the last
     * @param residentBefore megabytes of memory after the first steps, 0 where unknown
     * @param residentAfter megabytes of memory after the last
     * @param residentPeak the most megabytes that there ever were
     * @param startToFirstStepMillis from the start of the JVM to the end of the first step; only
     *     the first measurement of a JVM says something about its start
     * @param slowLayers layers that run on a slower kernel, since the fast one is wrong here
     */
    public record Result(
            double imagesPerSecond,
            double secondsPerStep,
            double gigaflops,
            double peakGigaflops,
            double dataShare,
            int arraysBefore,
            int arraysAfter,
            long residentBefore,
            long residentAfter,
            long residentPeak,
            long startToFirstStepMillis,
            List<String> slowLayers) {

        /**
         * The same in words.
         *
         * @return lines: time and arithmetic, waiting and memory, slow layers
         */
        public List<String> words() {
            List<String> words = new ArrayList<>();
            words.add(
                    "%.3f s per step, %.0f GFLOP/s of %.0f that a large product reaches (%.0f %%)"
                            .formatted(
                                    secondsPerStep,
                                    gigaflops,
                                    peakGigaflops,
                                    100 * gigaflops / peakGigaflops));
            words.add(
                    "waiting for data %.2f %%, %d arrays (%d before), %d MB resident (%d before, peak %d)"
                            .formatted(
                                    100 * dataShare,
                                    arraysAfter,
                                    arraysBefore,
                                    residentAfter,
                                    residentBefore,
                                    residentPeak));
            slowLayers.forEach(l -> words.add("slow: " + l));
            return words;
        }
    }

    /**
     * Measures.
     *
     * @param options what to train; made-up labels where it has codes
     * @param steps to be timed
     * @param trace where libtorch's profile of one step is written, or null
     * @return figures
     */
    public static Result run(TrainingOptions options, int steps, Path trace) {
        GeneratorSpec spec = options.generatorSpec(Map.of(), "");
        try (Training training = new Training(options, spec, madeUp(options), List.of())) {
            training.runStep();
            long sinceStart =
                    System.currentTimeMillis()
                            - ManagementFactory.getRuntimeMXBean().getStartTime();
            for (int i = 1; i < WARM_UP; i++) {
                Ending.check();
                training.runStep();
            }
            int arraysBefore = arrays(training);
            long residentBefore = megabytes("VmRSS:");
            double waited = 0;
            long start = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                Ending.check();
                training.runStep();
                waited += training.waited();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            int arraysAfter = arrays(training);
            long residentAfter = megabytes("VmRSS:");
            long residentPeak = megabytes("VmHWM:");
            if (trace != null) {
                JniUtils.startProfile(false, true, false);
                training.runStep();
                JniUtils.stopProfile(trace.toString());
            }
            return new Result(
                    steps * options.batch() / seconds,
                    seconds / steps,
                    steps * flops(options, spec) / seconds / 1e9,
                    peak(),
                    waited / seconds,
                    arraysBefore,
                    arraysAfter,
                    residentBefore,
                    residentAfter,
                    residentPeak,
                    sinceStart,
                    List.copyOf(training.slowLayers()));
        }
    }

    private static int arrays(Training training) {
        return training.adversaries().manager().getManagedArrays().size();
    }

    private static double flops(TrainingOptions options, GeneratorSpec spec) {
        int cells = spec.spatial() ? options.size() / spec.cellPixels() + 2 : 1;
        double generator = spec.macs(cells, cells);
        double discriminator = 0;
        long pixels = (long) options.size() * options.size();
        long before = options.channels();
        if (options.discriminator().stem() > 0) {
            discriminator += 9.0 * before * options.discriminator().stem() * pixels;
            before = options.discriminator().stem();
        }
        for (int width : options.discriminator().widths()) {
            pixels /= 4;
            discriminator += 16.0 * before * width * pixels;
            before = width;
        }
        return 2.0
                * options.batch()
                * (GENERATOR_PASSES * generator + DISCRIMINATOR_PASSES * discriminator);
    }

    /** The better of a matrix product and a 1 x 1 convolution: they run on different libraries. */
    private static double peak() {
        try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
            NDArray a = manager.randomNormal(new Shape(PEAK_SIDE, PEAK_SIDE));
            NDArray b = manager.randomNormal(new Shape(PEAK_SIDE, PEAK_SIDE));
            NDArray x = manager.randomNormal(new Shape(16, PEAK_SIDE, 16, 16));
            NDArray w = manager.randomNormal(new Shape(PEAK_SIDE, PEAK_SIDE, 1, 1));
            double product = 2.0 * PEAK_SIDE * PEAK_SIDE * PEAK_SIDE;
            double convolution = product * 16 * 16 * 16 / PEAK_SIDE;
            double best = 0;
            for (int i = 0; i < PEAK_ROUNDS; i++) {
                best = Math.max(best, product / nanos(() -> a.matMul(b).close()));
                best =
                        Math.max(
                                best,
                                convolution
                                        / nanos(
                                                () ->
                                                        Conv2d.conv2d(
                                                                        x,
                                                                        w,
                                                                        null,
                                                                        new Shape(1, 1),
                                                                        new Shape(0, 0))
                                                                .close()));
            }
            return best;
        }
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static Batches madeUp(TrainingOptions options) {
        int size = options.channels() * options.size() * options.size();
        return (count, random) -> {
            float[] pictures = new float[count * size];
            RandomStream noise = new RandomStream(random.nextLong());
            for (int i = 0; i < pictures.length; i++) {
                pictures[i] = (float) noise.nextDouble() * 2 - 1;
            }
            return new Batch(pictures, new int[count][0], new int[count]);
        };
    }

    private static long megabytes(String field) {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(field)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            // Only Linux tells.
        }
        return 0;
    }

    /**
     * The public tutorial's DCGAN at some size: the network that others are measured with.
     *
     * @param size side in pixels, 16 to 256
     * @param width channels of the last hidden layer of the generator (ngf) and of the first of the
     *     discriminator (ndf)
     * @param changes {@code key=value} each, made after all else
     * @return options
     */
    public static TrainingOptions tutorial(int size, int width, List<String> changes) {
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        for (int side = 4, channels = width * size / 8; side < size; side *= 2, channels /= 2) {
            up.append(up.isEmpty() ? "" : ",").append(channels);
            down.insert(0, channels + (down.isEmpty() ? "" : ","));
        }
        List<String> preset =
                List.of(
                        "kind=benchmark",
                        "size=" + size,
                        "channels=3",
                        "generator.latentSize=100",
                        "generator.widths=[" + up + "]",
                        "discriminator.stem=0",
                        "discriminator.widths=[" + down + "]",
                        "discriminator.diversity=false",
                        "discriminator.batchNorm=true",
                        "discriminator.initialisation=normal",
                        "loss.relativistic=false",
                        "loss.r1Gamma=0",
                        "augment.translation=0",
                        "augment.brightness={\"from\": 1, \"to\": 1}",
                        "optimiser.beta2=0.999");
        return OptionsFile.resolve(preset, changes);
    }
}
