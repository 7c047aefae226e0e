package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GlSoakTest {
    @Test
    void syntheticPicturesLeaveNothingBehind() throws IOException {
        GlSoak soak = new GlSoak();
        soak.run(100);
        GlSoak.Count before = soak.count();
        soak.run(600);
        GlSoak.Count after = soak.count();
        GlSoak.Count end = soak.close();

        assertThat(before.objects()).containsKeys("Texture", "Framebuffer", "Program", "Querie");
        assertThat(after.objects()).isEqualTo(before.objects());
        assertThat(end.objects().values()).as("%s", end.objects()).containsOnly(0);
    }
}
