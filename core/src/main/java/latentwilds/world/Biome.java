package latentwilds.world;

import java.util.Locale;

/**
 * The kinds of ground. A biome's label is the condition label of the terrain generator, so a name
 * here must be one that the model was trained with.
 */
public enum Biome {
    /** Meadow. */
    GRASS(1),
    /** Leaves and needles below trees. */
    FOREST_FLOOR(0.9),
    /** Beach and desert. */
    SAND(0.85),
    /** Bare rock. */
    ROCK(0.85),
    /** Snow. */
    SNOW(0.75),
    /** Mud. */
    SWAMP(0.6),
    /** Molten rock. */
    LAVA(0),
    /** Sea and lakes. */
    WATER(0),
    /** Bare earth. */
    DIRT(1),
    /** Loose stones. */
    GRAVEL(0.95),
    /** Frozen ground. */
    ICE(0.9),
    /** Low bushes. */
    SHRUBS(0.8),
    /** Ash and cold lava. */
    VOLCANIC(0.85);

    private final double speed;

    Biome(double speed) {
        this.speed = speed;
    }

    /**
     * How fast one walks here.
     *
     * @return fraction of full speed; 0 where nobody walks
     */
    public double speed() {
        return speed;
    }

    /**
     * Whether one can walk here.
     *
     * @return false for water and lava
     */
    public boolean walkable() {
        return speed > 0;
    }

    /**
     * The terrain generator's label.
     *
     * @return for example {@code forest_floor}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
