package latentwilds.lwjgl3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlayScriptTest {
    @Test
    void helpNamesEveryOptionAndOpensNoWindow() throws IOException {
        assertThat(Play.game("--help").code()).isZero();
        assertThat(Play.game("--no-such-option").code()).isEqualTo(2);
    }
}
