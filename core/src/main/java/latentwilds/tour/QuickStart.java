package latentwilds.tour;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latentwilds.screen.Director;
import latentwilds.screen.LatentWilds;
import latentwilds.screen.MessageScreen;
import latentwilds.screen.Milestones;
import latentwilds.screen.NewRunScreen;
import latentwilds.screen.TitleScreen;
import latentwilds.screen.WorldScreen;

/**
 * A player in a hurry: goes into the world as fast as the screens let him, writes down when he came
 * by what, and leaves. Each screen is drawn once at least.
 */
public final class QuickStart implements Director {
    private final Path file;
    private Optional<String> failure = Optional.empty();
    private boolean left;

    /**
     * Plans a quick start.
     *
     * @param file where the milestones go, as JSON
     * @throws IOException if it cannot be written to
     */
    public QuickStart(Path file) throws IOException {
        this.file = Files.writeString(file, "");
    }

    @Override
    public void frame(LatentWilds game) {
        if (left) {
            return;
        }
        if (game.screen() instanceof MessageScreen message) {
            leave(Optional.of(message.message()));
        } else if (game.screen() instanceof TitleScreen) {
            game.show(new NewRunScreen(game, game.suggestedSeed()));
        } else if (game.screen() instanceof NewRunScreen screen) {
            screen.begin();
        } else if (game.screen() instanceof WorldScreen) {
            leave(write(game));
        }
    }

    private Optional<String> write(LatentWilds game) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.version"));
        all.put("glRenderer", Gdx.gl.glGetString(GL20.GL_RENDERER));
        all.put("modelPack", game.models().hash());
        all.put("backends", game.artwork().stats().backends());
        all.put("start", game.milestones().all());
        game.milestones().all().forEach(QuickStart::print);
        try {
            Files.writeString(
                    file,
                    JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(all)
                            + "\n");
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("%s: cannot be written: %s".formatted(file, e.getMessage()));
        }
    }

    private static void print(String what, Milestones.At at) {
        System.out.printf("%-20s %6d ms, %6d ms of processor%n", what, at.millis(), at.processor());
    }

    private void leave(Optional<String> reason) {
        left = true;
        failure = reason;
        Gdx.app.exit();
    }

    /**
     * What went wrong.
     *
     * @return one line, or nothing if the world was reached
     */
    public Optional<String> failure() {
        return failure;
    }
}
