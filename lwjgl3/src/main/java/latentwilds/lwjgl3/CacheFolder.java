package latentwilds.lwjgl3;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where a system keeps what a program can make again. */
final class CacheFolder {
    private static final String NAME = "latent-wilds";

    private CacheFolder() {}

    /** A folder of the game's; not made yet. */
    static Path of(String name) {
        return of(System.getProperty("os.name"), System::getenv, System.getProperty("user.home"))
                .resolve(name);
    }

    static Path of(String os, UnaryOperator<String> variables, String home) {
        String lower = os.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac")) {
            return Path.of(home, "Library", "Caches", NAME);
        }
        boolean windows = lower.startsWith("windows");
        String given = variables.apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        Path otherwise = windows ? Path.of(home, "AppData", "Local") : Path.of(home, ".cache");
        return (given == null || given.isEmpty() ? otherwise : Path.of(given)).resolve(NAME);
    }
}
