package latentwilds.synthesis;

/** How soon a picture is wanted, most urgent first. */
public enum Priority {
    /** The player looks at its placeholder now. */
    ON_SCREEN,
    /** Soon in view. */
    NEAR,
    /** When there is nothing better to do. */
    PREFETCH
}
