package latentwilds.lwjgl3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    @Test
    void everySystemHasItsOwnPlace() {
        Map<String, String> linux = Map.of("XDG_CACHE_HOME", "/fast");
        Map<String, String> windows = Map.of("LOCALAPPDATA", "/local");
        assertThat(CacheFolder.of("Linux", linux::get, "/home/a"))
                .isEqualTo(Path.of("/fast/latent-wilds"));
        assertThat(CacheFolder.of("Linux", name -> null, "/home/a"))
                .isEqualTo(Path.of("/home/a/.cache/latent-wilds"));
        assertThat(CacheFolder.of("Windows 11", windows::get, "/home/a"))
                .isEqualTo(Path.of("/local/latent-wilds"));
        assertThat(CacheFolder.of("Mac OS X", linux::get, "/home/a"))
                .isEqualTo(Path.of("/home/a/Library/Caches/latent-wilds"));
    }
}
