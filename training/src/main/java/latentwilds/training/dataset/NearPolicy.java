package latentwilds.training.dataset;

/**
 * What becomes of an image that looks like an earlier one without being equal to it. Whatever is
 * kept stands on the same side of the split as what it looks like.
 */
public enum NearPolicy {
    /** Kept. */
    KEEP,
    /** Left out and listed in {@code near-duplicates.txt}. */
    DROP,
    /** Kept and listed in {@code near-duplicates.txt}. */
    REPORT
}
