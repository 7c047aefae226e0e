package latentwilds.synthesis.gl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Generator;

/**
 * Many syntheses of all kinds, and what they leave behind. {@code main} runs 10,000; the test a few
 * hundred.
 */
final class GlSoak {
    /** What is alive: GL objects by kind, and the process's resident size. */
    record Count(Map<String, Integer> objects, long residentKilobytes) {}

    private final GlBench bench;
    private final TamperedGl counted;
    private final List<GeneratorWeights> models;
    private final List<Generator> generators;

    GlSoak() {
        counted = new TamperedGl();
        bench = new GlBench(3, 2, counted::over, Device::of);
        bench.everyFrame(5_000_000);
        models =
                List.of(
                        RandomWeights.of(Specs.monster(), 1),
                        RandomWeights.of(Specs.face(), 2),
                        RandomWeights.of(Specs.field(), 3));
        generators = models.stream().map(bench.backend::open).toList();
    }

    /** Makes pictures, a generator after the other, fields of one size as in the game. */
    void run(int pictures) {
        for (int done = 0, round = 0; done < pictures; round++) {
            int which = round % models.size();
            GeneratorSpec spec = models.get(which).spec();
            int side = spec.spatial() ? 4 : 1;
            int batch = Math.min(pictures - done, 1 + round % 9);
            generators.get(which).synthesise(GlBench.inputs(spec, batch, side, side, round));
            done += batch;
        }
    }

    Count count() throws IOException {
        System.gc();
        long resident =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                        .findFirst()
                        .orElse(-1);
        return new Count(new TreeMap<>(counted.alive), resident);
    }

    /** Closes everything; what is then left has leaked. */
    Count close() throws IOException {
        generators.forEach(Generator::close);
        bench.close();
        return count();
    }

    /**
     * Runs the soak.
     *
     * @param arguments how many pictures; 10,000 if not said
     */
    public static void main(String[] arguments) throws IOException {
        int pictures = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        GlSoak soak = new GlSoak();
        int steps = 10;
        soak.run(pictures / steps);
        System.out.println(soak.count());
        for (int i = 1; i < steps; i++) {
            soak.run(pictures / steps);
            System.out.println(soak.count());
        }
        System.out.println("closed: " + soak.close() + " after " + Arrays.toString(arguments));
    }
}
