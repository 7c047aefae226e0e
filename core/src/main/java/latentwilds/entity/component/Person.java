package latentwilds.entity.component;

import com.badlogic.ashley.core.Component;
import latentwilds.entity.Character;

/** Somebody to talk to. */
public final class Person implements Component {
    /** Who. */
    public final Character character;

    /**
     * A person's component.
     *
     * @param character who
     */
    public Person(Character character) {
        this.character = character;
    }
}
