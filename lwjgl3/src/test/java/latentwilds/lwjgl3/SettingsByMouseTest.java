package latentwilds.lwjgl3;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.Files;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration.GLEmulation;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Group;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import latentwilds.screen.Director;
import latentwilds.screen.GameOptions;
import latentwilds.screen.LatentWilds;
import latentwilds.screen.Milestones;
import latentwilds.screen.SettingsScreen;
import latentwilds.screen.TitleScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Title, settings, a backend, a larger budget, done: with the mouse alone, at two scales. */
class SettingsByMouseTest {
    @TempDir Path folder;

    /** Clicks one button per frame, by the words on it, where it is drawn. */
    private static final class Mouse implements Director {
        private final Deque<String> words =
                new ArrayDeque<>(List.of("Settings", "Java", "+", "+", "-", "Done"));
        private final List<String> shown = new ArrayList<>();
        private String backend = "";
        private String budget = "";

        @Override
        public void frame(LatentWilds game) {
            shown.add(game.screen().getClass().getSimpleName());
            if (words.isEmpty()) {
                Preferences kept = Gdx.app.getPreferences("latent-wilds");
                backend = kept.getString("backend");
                budget = kept.getString("budgetMillis");
                Gdx.app.exit();
                return;
            }
            Stage stage = (Stage) Gdx.input.getInputProcessor();
            Actor button = find(stage.getRoot(), words.poll());
            Vector2 at =
                    stage.stageToScreenCoordinates(
                            button.localToStageCoordinates(
                                    new Vector2(button.getWidth() / 2, button.getHeight() / 2)));
            stage.touchDown((int) at.x, (int) at.y, 0, Input.Buttons.LEFT);
            stage.touchUp((int) at.x, (int) at.y, 0, Input.Buttons.LEFT);
        }

        private static Actor find(Group group, String text) {
            for (Actor child : group.getChildren()) {
                if (child instanceof TextButton button
                        && button.getText().toString().equals(text)) {
                    return button;
                }
                Actor below = child instanceof Group inner ? find(inner, text) : null;
                if (below != null) {
                    return below;
                }
            }
            return null;
        }
    }

    @Test
    void whatIsClickedIsKept() {
        for (int scale = 1; scale <= 2; scale++) {
            Path assets = Path.of("..", "assets");
            Mouse mouse = new Mouse();
            GameOptions options =
                    new GameOptions(
                            assets,
                            assets.resolve("models"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("7"));
            Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
            configuration.setInitialVisible(false);
            configuration.setWindowedMode(scale * 320, scale * 240);
            configuration.disableAudio(true);
            configuration.setOpenGLEmulation(GLEmulation.GL32, 3, 2);
            configuration.setPreferencesConfig(
                    folder.resolve("kept" + scale) + "/", Files.FileType.Absolute);

            new Lwjgl3Application(
                    new LatentWilds(options, Optional.of(mouse), new Milestones()), configuration);

            assertThat(mouse.shown)
                    .startsWith(TitleScreen.class.getSimpleName())
                    .contains(SettingsScreen.class.getSimpleName())
                    .endsWith(TitleScreen.class.getSimpleName());
            assertThat(mouse.backend).isEqualTo("reference");
            assertThat(mouse.budget).isEqualTo("3.0");
        }
    }
}
