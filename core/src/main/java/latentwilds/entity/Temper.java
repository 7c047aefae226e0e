package latentwilds.entity;

/** How a species takes the hero's coming. */
public enum Temper {
    /** Chases and bites. */
    FIERCE,
    /** Minds its own business. */
    CALM,
    /** Runs away. */
    SHY
}
