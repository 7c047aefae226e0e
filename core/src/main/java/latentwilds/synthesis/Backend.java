package latentwilds.synthesis;

import java.util.Arrays;
import java.util.Locale;

/** Where a player wants pictures to be made. */
public enum Backend {
    /** The fastest that works here. */
    AUTO,
    /** Shaders on the GPU. */
    GL,
    /** DJL on libtorch. */
    TORCH,
    /** Plain Java. */
    REFERENCE;

    /**
     * Reads a backend's name.
     *
     * @param name in any case
     * @return the backend
     * @throws IllegalArgumentException naming the choices
     */
    public static Backend parse(String name) {
        for (Backend backend : values()) {
            if (backend.toString().equals(name.toLowerCase(Locale.ROOT))) {
                return backend;
            }
        }
        throw new IllegalArgumentException(
                "Backend: expected one of %s, found '%s'"
                        .formatted(Arrays.toString(values()), name));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
