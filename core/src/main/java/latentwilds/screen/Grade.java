package latentwilds.screen;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;
import com.badlogic.gdx.utils.Disposable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import latentwilds.game.Daylight;
import latentwilds.game.Weather;

/**
 * Lets the light of the hour, rain, snow and fog fall on whatever is drawn between {@link #begin}
 * and {@link #end}: a shader, not other art. Where it does not compile, all is drawn plainly.
 * Render thread; disposed by its screen.
 */
final class Grade implements Disposable {
    /** Seconds after which drops and flakes begin anew, before floats get coarse. */
    private static final double ROUND = 600;

    private static final List<String> PARTS = List.of("RAIN", "SNOW", "FOG");

    private final String vertex;
    private final String fragment;
    private final String name;
    private final Consumer<String> log;

    /** By what is in the air, a bit for each part: software GL pays for branches not taken. */
    private final Map<Integer, ShaderProgram> shaders = new HashMap<>();

    /**
     * Compiles the shader of a clear sky; those of weathers when they come.
     *
     * @param log hears of it, with the driver's words, if that fails here
     */
    Grade(FileHandle vertex, FileHandle fragment, Consumer<String> log) {
        this.vertex = vertex.readString();
        this.fragment = fragment.readString();
        name = fragment.name();
        this.log = log;
        shaders.put(0, compile(0));
    }

    private ShaderProgram compile(int parts) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < PARTS.size(); i++) {
            head.append((parts >> i & 1) == 1 ? "#define " + PARTS.get(i) + "\n" : "");
        }
        ShaderProgram shader = new ShaderProgram(vertex, head + fragment);
        if (!shader.isCompiled()) {
            log.accept(
                    "%s: expected a shader that this driver compiles, found: %s. Drawn without %s"
                            .formatted(
                                    name,
                                    shader.getLog().strip().replaceAll("\\s+", " "),
                                    parts == 0 ? "light and weather" : "weather"));
        }
        return shader;
    }

    private Optional<ShaderProgram> shader(Weather weather) {
        int parts =
                (weather.rain() > 0 ? 1 : 0)
                        | (weather.snow() > 0 ? 2 : 0)
                        | (weather.fog() > 0 ? 4 : 0);
        return Stream.of(parts, 0)
                .map(p -> shaders.computeIfAbsent(p, this::compile))
                .filter(ShaderProgram::isCompiled)
                .findFirst();
    }

    /**
     * Draws plainly where nothing compiles. The batch must not be drawing.
     *
     * @param light of the hour, without weather
     * @param seconds of the run, for what falls
     */
    void begin(SpriteBatch batch, Daylight light, Weather weather, double seconds) {
        Optional<ShaderProgram> compiled = shader(weather);
        if (compiled.isEmpty()) {
            return;
        }
        ShaderProgram shader = compiled.get();
        Daylight below = light.under(weather);
        shader.bind();
        shader.setUniformf("u_light", below.red(), below.green(), below.blue());
        shader.setUniformf("u_saturation", below.saturation());
        if (shader.hasUniform("u_weather")) {
            shader.setUniformf("u_weather", weather.rain(), weather.snow(), weather.fog());
            shader.setUniformf("u_time", (float) (seconds % ROUND));
        }
        batch.setShader(shader);
    }

    /** The batch must not be drawing. */
    void end(SpriteBatch batch) {
        batch.setShader(null);
    }

    @Override
    public void dispose() {
        shaders.values().forEach(ShaderProgram::dispose);
    }
}
