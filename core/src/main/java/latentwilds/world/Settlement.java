package latentwilds.world;

/**
 * A place where people live, with a plaza in its middle.
 *
 * @param index 0 is where a run begins
 * @param cell the middle of the plaza
 */
public record Settlement(int index, Cell cell) {
    /** Metres round the middle that people call by the settlement's name. */
    public static final int RADIUS = 12;
}
