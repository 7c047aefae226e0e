package latentwilds.bench;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelPack;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.gl.GlBackend;

/**
 * Times every model on every backend and writes one JSON file. Measuring is done on a thread of its
 * own while this one, the render thread, goes on with its frames as in the game.
 */
public final class SynthesisBench extends Benchmark {
    private static final List<Backend> ALL = List.of(Backend.GL, Backend.TORCH, Backend.REFERENCE);

    private static final long IDLE_NANOS = 500_000;

    private final ModelPack models;
    private final List<Backend> backends;
    private final double budgetMillis;
    private final Optional<String> peer;
    private final List<Bar> bars = new ArrayList<>();
    private final Map<Backend, Map<String, Double>> ours = new LinkedHashMap<>();
    private GlBackend gl;
    private Frames frames;
    private Thread thread;

    /**
     * Plans a benchmark.
     *
     * @param models which generators
     * @param wanted the backend to measure; all for {@link Backend#AUTO}
     * @param budgetMillis of a frame, for the shader backend
     * @param peer a command to compare with, see {@link Peer}; blank words separate its arguments
     * @param file where the figures go
     * @throws IOException if it cannot be written to
     */
    public SynthesisBench(
            ModelPack models, Backend wanted, double budgetMillis, Optional<String> peer, Path file)
            throws IOException {
        super(file);
        this.models = models;
        backends = wanted == Backend.AUTO ? ALL : List.of(wanted);
        this.budgetMillis = budgetMillis;
        this.peer = peer;
    }

    @Override
    public void create() {
        gl = new GlBackend(Gdx.gl30);
        frames = new Frames(gl, (long) (budgetMillis * 1e6));
        Map<String, Object> all = circumstances(models.hash());
        all.put("glRenderer", Gdx.gl.glGetString(GL20.GL_RENDERER));
        all.put("glVersion", Gdx.gl.glGetString(GL20.GL_VERSION));
        all.put("budgetMillis", budgetMillis);
        thread = new Thread(() -> run(all, this::measure), "bench");
        thread.setDaemon(true);
        thread.start();
    }

    private void measure(Map<String, Object> all) throws Exception {
        // First: a command that fails should do so before minutes of measuring.
        Map<String, Double> theirs = peer.isPresent() ? Peer.run(peer.get()) : Map.of();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Backend backend : backends) {
            figures.put(backend.toString(), measure(backend));
        }
        all.put("backends", figures);
        if (peer.isPresent()) {
            all.put("peer", compare(peer.get(), theirs));
        }
        all.put("bars", bars);
        bars.forEach(bar -> System.out.println(bar.line()));
    }

    private Map<String, Object> compare(String command, Map<String, Double> theirs) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("command", command);
        figures.put("millisPerImageAtBatch", theirs);
        ours.forEach(
                (backend, millis) ->
                        figures.put(backend + "AgainstPeer", Peer.ratios(millis, theirs)));
        atMost("torch / peer, batch 16", ours.get(Backend.TORCH), theirs, 1);
        if (ours.keySet().containsAll(List.of(Backend.TORCH, Backend.REFERENCE))) {
            figures.put(
                    "referenceAgainstTorch",
                    Peer.ratios(ours.get(Backend.REFERENCE), ours.get(Backend.TORCH)));
            atMost(
                    "reference / torch, batch 16",
                    ours.get(Backend.REFERENCE),
                    ours.get(Backend.TORCH),
                    4);
        }
        return figures;
    }

    private void atMost(String what, Map<String, Double> of, Map<String, Double> to, double bar) {
        Double ratio = of == null ? null : Peer.ratios(of, to).get("16");
        if (ratio != null) {
            bars.add(Bar.atMost(what, ratio, bar));
        }
    }

    private Map<String, Object> measure(Backend backend) throws Exception {
        List<String> log = new ArrayList<>();
        BackendChooser chooser = new BackendChooser(backend, log::add, gl, true);
        Map<String, Object> kinds = new LinkedHashMap<>();
        Map<String, GeneratorWeights> all = new LinkedHashMap<>();
        models.models().forEach((kind, model) -> all.put(kind, model.weights()));
        if (peer.isPresent()) {
            all.put(Peer.KIND, Peer.network());
        }
        for (String kind : all.keySet()) {
            GeneratorWeights weights = all.get(kind);
            boolean works;
            try (Generator generator = chooser.open(weights)) {
                works = generator.backend().equals(backend.toString());
            }
            if (works) {
                KindBench bench = new KindBench(kind, weights, chooser::open, frames);
                kinds.put(kind, bench.run());
                bars.addAll(bench.bars());
                if (kind.equals(Peer.KIND)) {
                    ours.put(backend, bench.wallMillis());
                }
            } else {
                kinds.put(kind, log.toString());
            }
        }
        return kinds;
    }

    @Override
    public void render() {
        frames.frame();
        if (gl.schedule().waiting() == 0) {
            // The other backends' threads need the processor.
            LockSupport.parkNanos(IDLE_NANOS);
        }
    }

    @Override
    public void dispose() {
        gl.close();
    }
}
