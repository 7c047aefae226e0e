package latentwilds.screen;

/** Plays the game in a player's place, one frame after another. Called on the render thread. */
public interface Director {
    /**
     * A frame has been drawn and is still in the back buffer.
     *
     * @param game may be steered and its picture taken
     */
    void frame(LatentWilds game);
}
