package latentwilds.world;

import java.util.Locale;

/**
 * A place in the wilds that people built.
 *
 * @param index tells it from the run's others, from 0 on
 * @param kind what it is
 * @param cell its middle, where one can stand
 */
public record Landmark(int index, Kind kind, Cell cell) {
    /** Metres round the middle that belong to it. */
    public static final int RADIUS = 10;

    /** What was built. */
    public enum Kind {
        /** A hall whose walls fell down, floor and all. */
        RUIN,
        /** A round of standing stones with a way to the stone in their midst. */
        SHRINE,
        /** A fire behind a wall against the wind. Somebody stays there. */
        CAMP;

        /**
         * The kind in texts.
         *
         * @return for example {@code shrine}
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
