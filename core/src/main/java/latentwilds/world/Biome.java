package latentwilds.world;

import java.util.Locale;

/**
 * The kinds of ground. A biome's label is the condition label of the terrain generator, so a name
 * here must be one that the model was trained with.
 */
public enum Biome {
    /** The sand along the sea. */
    BEACH(0.9),
    /** Sea and the middle of lakes. */
    DEEP_WATER(0, 0.9, 0.6),
    /** Bare earth. */
    DIRT(1),
    /** Steppe. */
    DRY_GRASS(1),
    /** Leaves and needles below trees. */
    FOREST_FLOOR(0.9),
    /** Short grass. */
    GRASS(1),
    /** Loose stones. */
    GRAVEL(0.95),
    /** Frozen ground. */
    ICE(0.9),
    /** Molten rock. */
    LAVA(0),
    /** Grass with flowers and herbs. */
    MEADOW(0.95),
    /** Stones that somebody laid. */
    PAVING(1.1),
    /** A trodden way. */
    ROAD(1.15),
    /** Cliffs and peaks. */
    ROCK(0.85),
    /** Desert. */
    SAND(0.85),
    /** Rivers, shores and fords: one wades. */
    SHALLOW_WATER(0.5, 0.5, 1),
    /** Snow. */
    SNOW(0.75),
    /** Mud. */
    SWAMP(0.6, 0.25, 0.4),
    /** Ash and cold lava. */
    VOLCANIC(0.85);

    private final double speed;
    private final double depth;
    private final double clarity;

    Biome(double speed) {
        this(speed, 0, 0);
    }

    Biome(double speed, double depth, double clarity) {
        this.speed = speed;
        this.depth = depth;
        this.clarity = clarity;
    }

    /**
     * How fast one walks here.
     *
     * @return fraction of full speed, above 1 on what people made for walking; 0 where nobody walks
     */
    public double speed() {
        return speed;
    }

    /**
     * Whether one can walk here.
     *
     * @return false for deep water and lava
     */
    public boolean walkable() {
        return speed > 0;
    }

    /**
     * How deep one stands in it.
     *
     * @return metres below its surface; 0 on firm ground
     */
    public double depth() {
        return depth;
    }

    /**
     * How well one sees what is below its surface.
     *
     * @return 0 to 1, as in a clear brook; of no meaning on firm ground
     */
    public double clarity() {
        return clarity;
    }

    /**
     * Whether people made it.
     *
     * @return true for roads and paving, where nothing wild lives
     */
    public boolean built() {
        return this == ROAD || this == PAVING;
    }

    /**
     * Whether one stands on it with dry feet.
     *
     * @return false for water and lava
     */
    public boolean dry() {
        return walkable() && this != SHALLOW_WATER;
    }

    /**
     * Whether one stands on it without sinking in.
     *
     * @return false for water, mud and lava
     */
    public boolean firm() {
        return walkable() && depth == 0;
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
