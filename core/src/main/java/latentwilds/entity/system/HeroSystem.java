package latentwilds.entity.system;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Solid;

/** Turns the player's steering into a wish to go, and lets wounds heal. */
public final class HeroSystem extends IteratingSystem {
    private static final float SPEED = 4.6f;
    private static final float HEAL_AFTER = 6;

    private final ComponentMapper<Hero> heroes = ComponentMapper.getFor(Hero.class);
    private final ComponentMapper<Solid> solids = ComponentMapper.getFor(Solid.class);

    /** Makes the system. */
    public HeroSystem() {
        super(Family.all(Hero.class, Solid.class).get());
    }

    @Override
    protected void processEntity(Entity entity, float seconds) {
        Hero hero = heroes.get(entity);
        solids.get(entity).wish.set(hero.steer).limit(1).scl(SPEED);
        hero.safe = Math.max(0, hero.safe - seconds);
        hero.rested += seconds;
        if (hero.rested > HEAL_AFTER && hero.health < Hero.MAX_HEALTH) {
            hero.health++;
            hero.rested = HEAL_AFTER / 2;
        }
    }
}
