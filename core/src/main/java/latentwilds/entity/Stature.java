package latentwilds.entity;

import latentwilds.seed.RandomStream;

/**
 * How large a species is beside others, in thirds: whole screen pixels where a drawn pixel is
 * three.
 */
public enum Stature {
    /** Two thirds. */
    SMALL(2),
    /** As large as a person. */
    USUAL(3),
    /** Four thirds. */
    LARGE(4);

    private final int thirds;

    Stature(int thirds) {
        this.thirds = thirds;
    }

    /**
     * Draws one.
     *
     * @param random of the species
     * @return small and large ones a quarter of the time each
     */
    static Stature draw(RandomStream random) {
        return switch (random.nextInt(4)) {
            case 0 -> SMALL;
            case 1 -> LARGE;
            default -> USUAL;
        };
    }

    /**
     * The factor on everything that goes with size.
     *
     * @return 1 for the usual
     */
    public float size() {
        return thirds / 3f;
    }
}
