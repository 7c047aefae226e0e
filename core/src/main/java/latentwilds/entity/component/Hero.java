package latentwilds.entity.component;

import com.badlogic.ashley.core.Component;
import com.badlogic.gdx.math.Vector2;
import latentwilds.entity.Character;

/** The one whom the player moves. */
public final class Hero implements Component {
    /** Hearts of a rested hero. */
    public static final int MAX_HEALTH = 6;

    /** Who. */
    public final Character character;

    /** Direction the player asks for, at most length 1. */
    public final Vector2 steer = new Vector2();

    /** Hearts left. */
    public int health = MAX_HEALTH;

    /** Seconds during which nothing hurts. */
    public float safe;

    /** Seconds since the last wound. */
    public float rested;

    /**
     * A new hero.
     *
     * @param character who
     */
    public Hero(Character character) {
        this.character = character;
    }
}
