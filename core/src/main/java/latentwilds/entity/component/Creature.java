package latentwilds.entity.component;

import com.badlogic.ashley.core.Component;
import com.badlogic.gdx.math.Vector2;
import latentwilds.entity.Species;
import latentwilds.seed.RandomStream;

/** A creature's mind. */
public final class Creature implements Component {
    /** What a creature is doing. */
    public enum Mood {
        /** Stands. */
        REST,
        /** Goes somewhere near its home. */
        WANDER,
        /** After the hero. */
        CHASE,
        /** Away from the hero. */
        FLEE,
        /** Until its hours come. */
        SLEEP
    }

    /** What it is one of. */
    public final Species species;

    /** Tells it from all others of the run. */
    public final long id;

    /** Tells its herd from all others of the run; 0 for one that lives alone. */
    public final long herd;

    /** Whether it leads its herd. */
    public final boolean elder;

    /** Where it came from, metres. */
    public final Vector2 home;

    /** Its own stream: what one creature decides never changes another. */
    public final RandomStream random;

    /** What it is doing. */
    public Mood mood = Mood.REST;

    /** Seconds until it thinks of something else. */
    public float patience;

    /** Where it is going, metres. */
    public final Vector2 goal = new Vector2();

    /**
     * A new mind.
     *
     * @param species what it is one of
     * @param id tells it from all others
     * @param herd which it belongs to; 0 for none
     * @param elder whether it leads that
     * @param home metres
     * @param random its own stream
     */
    public Creature(
            Species species, long id, long herd, boolean elder, Vector2 home, RandomStream random) {
        this.species = species;
        this.id = id;
        this.herd = herd;
        this.elder = elder;
        this.home = home;
        this.random = random;
        patience = random.nextFloat() * 2;
    }
}
