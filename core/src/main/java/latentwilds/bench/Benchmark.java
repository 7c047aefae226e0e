package latentwilds.bench;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A window that measures something, writes the figures to a file as JSON, and closes. */
public abstract class Benchmark extends ApplicationAdapter {
    private final Path file;
    private volatile Optional<String> failure = Optional.empty();

    /** Measures, and puts what came of it into the map. */
    interface Measurement {
        void into(Map<String, Object> figures) throws Exception;
    }

    /**
     * Plans a benchmark.
     *
     * @param file where the figures go
     * @throws IOException if it cannot be written to
     */
    protected Benchmark(Path file) throws IOException {
        this.file = file;
        // Now rather than after minutes of measuring.
        Files.writeString(file, "");
    }

    /** What the figures depend on, to begin with. */
    static Map<String, Object> circumstances(String modelPack) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("java", System.getProperty("java.version"));
        figures.put("os", System.getProperty("os.name"));
        figures.put("modelPack", modelPack);
        return figures;
    }

    /** Measures, writes, and closes the window; a failure is kept. Any thread. */
    final void run(Map<String, Object> figures, Measurement measurement) {
        try {
            measurement.into(figures);
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(figures)
                            + "\n");
        } catch (Exception e) {
            failure = Optional.of("%s: the benchmark failed: %s".formatted(file, e));
        } finally {
            Gdx.app.exit();
        }
    }

    /**
     * Why there are no figures.
     *
     * @return a line, or nothing if all went well
     */
    public final Optional<String> failure() {
        return failure;
    }
}
