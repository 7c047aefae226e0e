package latentwilds.training.run;

/**
 * What weights have been through before a run takes them over.
 *
 * @param images real pictures shown to the discriminator
 * @param minutes training time
 */
public record Seen(long images, double minutes) {
    /** Of weights that are drawn at random, or whose history nobody wrote down. */
    public static final Seen NOTHING = new Seen(0, 0);
}
