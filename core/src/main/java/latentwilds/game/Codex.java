package latentwilds.game;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.math.Vector2;
import java.util.LinkedHashSet;
import java.util.Set;
import latentwilds.entity.Species;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Solid;

/** The species that the player has met. */
public final class Codex {
    private static final float NEAR = 5;

    private final Set<Species> met = new LinkedHashSet<>();

    /** Notes the species of creatures near the hero. */
    void look(Vector2 hero, Iterable<Entity> creatures) {
        for (Entity entity : creatures) {
            if (entity.getComponent(Solid.class).body.getPosition().dst(hero) < NEAR) {
                met.add(entity.getComponent(Creature.class).species);
            }
        }
    }

    /**
     * How many species were met.
     *
     * @return 0 to the number of species
     */
    public int met() {
        return met.size();
    }
}
