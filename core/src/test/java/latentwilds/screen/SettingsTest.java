package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.backends.headless.HeadlessPreferences;
import com.badlogic.gdx.files.FileHandle;
import java.nio.file.Path;
import latentwilds.synthesis.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir Path folder;

    private Preferences kept() {
        return new HeadlessPreferences(new FileHandle(folder.resolve("kept").toFile()));
    }

    @Test
    void theFirstStartHasTheDefaults() {
        assertThat(Settings.read(kept())).isEqualTo(new Settings(Backend.AUTO, 2));
    }

    @Test
    void whatIsWrittenIsReadAtTheNextStart() {
        Settings chosen = new Settings(Backend.REFERENCE, 6);

        chosen.write(kept());

        assertThat(Settings.read(kept())).isEqualTo(chosen);
    }

    @Test
    void whatCannotBeReadCountsAsNotChosen() {
        Preferences kept = kept();
        kept.putString("backend", "vulkan").putString("budgetMillis", "-3").flush();
        assertThat(Settings.read(kept())).isEqualTo(Settings.DEFAULT);

        kept.putString("backend", "torch").putString("budgetMillis", "lots").flush();
        assertThat(Settings.read(kept())).isEqualTo(new Settings(Backend.TORCH, 2));
    }

    @Test
    void theBudgetGoesUpAndDownAndStopsAtTheEnds() {
        assertThat(new Settings(Backend.AUTO, 2).step(1).budgetMillis()).isEqualTo(3);
        assertThat(new Settings(Backend.AUTO, 2).step(-1).budgetMillis()).isEqualTo(1);
        assertThat(new Settings(Backend.AUTO, 1).step(-1).budgetMillis()).isEqualTo(1);
        assertThat(new Settings(Backend.AUTO, 16).step(1).budgetMillis()).isEqualTo(16);
        assertThat(new Settings(Backend.AUTO, 100).step(1).budgetMillis()).isEqualTo(100);
        assertThat(new Settings(Backend.AUTO, 5).step(-1).budgetMillis()).isEqualTo(4);
    }

    @Test
    void noTimeAtAllIsNoBudget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(Backend.AUTO, 0))
                .withMessageContaining("expected milliseconds above 0");
    }
}
