package latentwilds.entity;

/** When a species is awake. */
public enum Hours {
    /** Sleeps by night. */
    DAY,
    /** Sleeps by day. */
    NIGHT,
    /** Rests now and then, whenever it likes. */
    ANY;

    /**
     * Whether it sleeps.
     *
     * @param night whether it is night
     * @return true for half of the time, or never
     */
    public boolean asleep(boolean night) {
        return this == DAY && night || this == NIGHT && !night;
    }
}
