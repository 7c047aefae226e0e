package latentwilds.screen;

import com.badlogic.ashley.core.Entity;
import java.util.Optional;

/**
 * Draws whoever speaks beside the hero instead of behind or before, so that both are seen. Only the
 * picture moves; lengths are drawn pixels.
 */
final class Aside {
    /** Two figures side by side do not touch. */
    private static final float APART = 24;

    /** With so much between their feet, one above the other, both are seen. */
    private static final float TALL = 30;

    private static final float PIXELS_PER_SECOND = 90;

    private Optional<Entity> speaker = Optional.empty();
    private float shift;

    /**
     * Lets some time pass.
     *
     * @param who speaks now
     * @param dx from the hero to who speaks, to the east
     * @param dy the same to the north
     */
    void update(Optional<Entity> who, float seconds, float dx, float dy) {
        if (who.isPresent() && !who.equals(speaker)) {
            speaker = who;
            shift = 0;
        }
        float wanted = who.isPresent() ? wanted(dx, dy) : 0;
        float step = PIXELS_PER_SECOND * seconds;
        shift += Math.max(-step, Math.min(step, wanted - shift));
    }

    /** How far to the east somebody is drawn from where he stands. */
    float of(Entity entity) {
        return speaker.isPresent() && entity == speaker.get() ? shift : 0;
    }

    static float wanted(float dx, float dy) {
        if (Math.abs(dx) >= APART || Math.abs(dy) >= TALL) {
            return 0;
        }
        return dx < 0 ? -APART - dx : APART - dx;
    }
}
