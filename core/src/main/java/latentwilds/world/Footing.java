package latentwilds.world;

/**
 * How deep somebody stands, and in what.
 *
 * @param depth metres below the surface of water or mud; 0 on firm ground
 * @param clarity how well one sees what is below the surface, 0 to 1
 * @param wet share of the ground that is not firm, 0 to 1
 */
public record Footing(double depth, double clarity, double wet) {
    /** On firm ground. */
    public static final Footing DRY = new Footing(0, 0, 0);

    /** The same with a share of one more kind of ground; what is deeper counts for more. */
    Footing plus(Biome ground, double share) {
        double more = share * ground.depth();
        if (more == 0) {
            return this;
        }
        double sum = depth + more;
        double clear = (depth * clarity + more * ground.clarity()) / sum;
        return new Footing(sum, clear, wet + share);
    }
}
