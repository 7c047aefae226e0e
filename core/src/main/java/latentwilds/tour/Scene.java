package latentwilds.tour;

import latentwilds.screen.LatentWilds;

/** One thing to do on a tour; asked once per frame until it is done. */
interface Scene {
    /**
     * One frame.
     *
     * @param game after the frame was drawn
     * @return true when this scene is over
     */
    boolean frame(LatentWilds game);
}
