package latentwilds.bench;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public final class SynthesisBench extends ApplicationAdapter {
    private static final List<Backend> ALL = List.of(Backend.GL, Backend.TORCH, Backend.REFERENCE);

    private final ModelPack models;
    private final List<Backend> backends;
    private final double budgetMillis;
    private final Path file;
    private GlBackend gl;
    private Frames frames;
    private Thread thread;
    private volatile Optional<String> failure = Optional.empty();

    /**
     * Plans a benchmark.
     *
     * @param models which generators
     * @param wanted the backend to measure; all for {@link Backend#AUTO}
     * @param budgetMillis of a frame, for the shader backend
     * @param file where the figures go
     * @throws IOException if it cannot be written to
     */
    public SynthesisBench(ModelPack models, Backend wanted, double budgetMillis, Path file)
            throws IOException {
        this.models = models;
        backends = wanted == Backend.AUTO ? ALL : List.of(wanted);
        this.budgetMillis = budgetMillis;
        this.file = file;
        // Now rather than after minutes of measuring.
        Files.writeString(file, "");
    }

    @Override
    public void create() {
        gl = new GlBackend(Gdx.gl30);
        frames = new Frames(gl, (long) (budgetMillis * 1e6));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("glRenderer", Gdx.gl.glGetString(GL20.GL_RENDERER));
        all.put("glVersion", Gdx.gl.glGetString(GL20.GL_VERSION));
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.version"));
        all.put("os", System.getProperty("os.name"));
        all.put("modelPack", models.hash());
        all.put("budgetMillis", budgetMillis);
        thread = new Thread(() -> measure(all), "bench");
        thread.setDaemon(true);
        thread.start();
    }

    private void measure(Map<String, Object> all) {
        try {
            Map<String, Object> figures = new LinkedHashMap<>();
            for (Backend backend : backends) {
                figures.put(backend.toString(), measure(backend));
            }
            all.put("backends", figures);
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(all)
                            + "\n");
        } catch (Exception e) {
            failure = Optional.of("%s: the benchmark failed: %s".formatted(file, e));
        } finally {
            Gdx.app.exit();
        }
    }

    private Map<String, Object> measure(Backend backend) throws Exception {
        List<String> log = new ArrayList<>();
        BackendChooser chooser = new BackendChooser(backend, log::add, gl, true);
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (String kind : models.models().keySet()) {
            GeneratorWeights weights = models.model(kind).weights();
            boolean works;
            try (Generator generator = chooser.open(weights)) {
                works = generator.backend().equals(backend.toString());
            }
            kinds.put(
                    kind,
                    works ? new KindBench(weights, chooser::open, frames).run() : log.toString());
        }
        return kinds;
    }

    @Override
    public void render() {
        frames.frame();
        if (gl.schedule().waiting() == 0) {
            // The other backends' threads need the processor.
            Thread.yield();
        }
    }

    @Override
    public void dispose() {
        gl.close();
    }

    /**
     * What went wrong.
     *
     * @return one line, or nothing if the file was written
     */
    public Optional<String> failure() {
        return failure;
    }
}
