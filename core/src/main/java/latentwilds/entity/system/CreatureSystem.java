package latentwilds.entity.system;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import com.badlogic.gdx.math.Vector2;
import java.util.function.BooleanSupplier;
import latentwilds.entity.Temper;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Creature.Mood;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Solid;
import latentwilds.world.Biome;
import latentwilds.world.WorldMap;

/**
 * What creatures do: rest, wander round their home, and when they see the hero, chase or flee
 * according to their species' temper; sleep when it is not their time. Herds keep together ({@link
 * Herds}). Round the camp there is peace. Whoever wanders keeps to the kind of ground that it came
 * from, and everyone out of each other's pictures ({@link Company}).
 */
public final class CreatureSystem extends IteratingSystem {
    private static final float STROLL = 0.45f;
    private static final float HOME_RANGE = 3.5f;

    /** Metres that a wanderer looks ahead. */
    private static final float AHEAD = 0.9f;

    private static final int LOOKS = 4;

    /** An elder leads its herd about. */
    private static final float ELDER_RANGE = 8;

    /** Share of its sight that a sleeper has left. */
    private static final float HALF_ASLEEP = 0.35f;

    /** Sights from which on a hero is lost again. */
    private static final float PURSUIT = 1.6f;

    /** The same for one whose herd is alarmed. */
    private static final float ALARM = 2.2f;

    private static final int GOALS = 4;

    /** A push below this is put up with, or neighbours would tremble. */
    private static final float COMFORT = 0.12f;

    private static final float LEASH = 11;
    private static final float PEACE = 8;
    private static final float BITE_REACH = 1;
    private static final float BITE_PAUSE = 1.2f;

    private final ComponentMapper<Creature> creatures = ComponentMapper.getFor(Creature.class);
    private final ComponentMapper<Solid> solids = ComponentMapper.getFor(Solid.class);
    private final Entity heroEntity;
    private final Vector2 camp;
    private final WorldMap map;
    private final BooleanSupplier night;
    private final Company company = new Company();
    private final Herds herds = new Herds();
    private final Vector2 toHero = new Vector2();
    private final Vector2 aside = new Vector2();
    private final Vector2 pull = new Vector2();

    /**
     * Makes the system.
     *
     * @param hero whom creatures notice; has {@link Hero} and {@link Solid}
     * @param camp where nobody is chased, metres
     * @param map tells which ground is where
     * @param night whether it is dark
     */
    public CreatureSystem(Entity hero, Vector2 camp, WorldMap map, BooleanSupplier night) {
        super(Family.all(Creature.class, Solid.class).get());
        heroEntity = hero;
        this.camp = new Vector2(camp);
        this.map = map;
        this.night = night;
    }

    @Override
    public void update(float seconds) {
        herds.gather(getEntities());
        company.gather(getEngine().getEntitiesFor(Company.FAMILY));
        super.update(seconds);
    }

    @Override
    protected void processEntity(Entity entity, float seconds) {
        Creature creature = creatures.get(entity);
        Solid solid = solids.get(entity);
        Vector2 here = solid.body.getPosition();
        toHero.set(solids.get(heroEntity).body.getPosition()).sub(here);
        creature.patience -= seconds;
        notice(creature, here);
        switch (creature.mood) {
            case CHASE -> chase(creature, solid);
            case FLEE -> flee(creature, solid, here);
            case WANDER -> stroll(creature, solid, here);
            default -> solid.wish.setZero();
        }
        if (creature.mood == Mood.REST || creature.mood == Mood.WANDER) {
            keepUp(creature, solid, here);
        }
        Entity ignored = creature.mood == Mood.CHASE ? heroEntity : null;
        company.aside(entity, ignored, aside);
        if (aside.len() > COMFORT) {
            solid.wish.add(aside.scl(creature.species.speed() * STROLL));
            solid.wish.limit(creature.species.speed());
        }
        if (creature.mood != Mood.CHASE && creature.mood != Mood.FLEE) {
            stayAtHome(creature, solid, here);
        }
        if (creature.patience <= 0) {
            think(creature);
        }
    }

    /** Away from the hero, and not out of the herd. */
    private void flee(Creature creature, Solid solid, Vector2 here) {
        herds.pull(creature, here, pull);
        solid.wish.set(toHero).nor().scl(-1).mulAdd(pull, 0.5f);
        solid.wish.nor().scl(creature.species.speed());
    }

    private void keepUp(Creature creature, Solid solid, Vector2 here) {
        herds.pull(creature, here, pull);
        if (!pull.isZero()) {
            float hurry = pull.len() < 1 ? STROLL : 1;
            solid.wish.set(pull).scl(creature.species.speed() * hurry);
        }
    }

    private void notice(Creature creature, Vector2 here) {
        boolean asleep = creature.species.hours().asleep(night.getAsBoolean());
        float sight = creature.species.sight() * (asleep ? HALF_ASLEEP : 1);
        Mood alarm = herds.alarm(creature);
        boolean alarmed = alarm != Mood.REST && toHero.len() < ALARM * sight;
        boolean seen = alarmed || toHero.len() < sight;
        boolean peace =
                here.dst(camp) < PEACE || camp.dst(here.x + toHero.x, here.y + toHero.y) < PEACE;
        boolean lost = peace || toHero.len() > sight * (alarm == Mood.REST ? PURSUIT : ALARM);
        boolean farFromHome = here.dst(creature.home) > LEASH;
        if (creature.mood == Mood.CHASE || creature.mood == Mood.FLEE) {
            if (lost || farFromHome) {
                creature.mood = Mood.WANDER;
                creature.goal.set(creature.home);
                creature.patience = 4;
            }
        } else if (seen && !peace && !farFromHome && creature.species.temper() == Temper.FIERCE) {
            creature.mood = Mood.CHASE;
        } else if (seen && !peace && !farFromHome && creature.species.temper() == Temper.SHY) {
            creature.mood = Mood.FLEE;
        } else if (asleep != (creature.mood == Mood.SLEEP)) {
            creature.mood = asleep ? Mood.SLEEP : Mood.REST;
        }
    }

    private void chase(Creature creature, Solid solid) {
        Hero hero = heroEntity.getComponent(Hero.class);
        if (toHero.len() < BITE_REACH) {
            solid.wish.setZero();
            if (hero.safe <= 0 && hero.health > 0) {
                hero.health--;
                hero.safe = BITE_PAUSE;
                hero.rested = 0;
            }
        } else if (hero.safe > 0) {
            // It lets go for a moment after a bite, so that one can get away.
            solid.wish.setZero();
        } else {
            solid.wish.set(toHero).nor().scl(creature.species.speed());
        }
    }

    private void stroll(Creature creature, Solid solid, Vector2 here) {
        solid.wish.set(creature.goal).sub(here);
        if (solid.wish.len() < 0.2f) {
            creature.mood = Mood.REST;
            solid.wish.setZero();
        } else {
            solid.wish.nor().scl(creature.species.speed() * STROLL);
        }
    }

    /** Nobody leaves the ground that its species lives on, unless in haste. */
    private void stayAtHome(Creature creature, Solid solid, Vector2 here) {
        if (solid.wish.isZero() || !lives(creature, here.x, here.y)) {
            return;
        }
        if (!homeAhead(creature, here, solid.wish)) {
            solid.wish.setZero();
            creature.mood = creature.mood == Mood.WANDER ? Mood.REST : creature.mood;
        }
    }

    /** Looks at some places on the way, since a corner of other ground may lie before the last. */
    private boolean homeAhead(Creature creature, Vector2 here, Vector2 wish) {
        for (int look = 1; look <= LOOKS; look++) {
            float ahead = AHEAD * look / (LOOKS * wish.len());
            if (!lives(creature, here.x + ahead * wish.x, here.y + ahead * wish.y)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is ground of the kind that a creature comes from. */
    private boolean lives(Creature creature, float x, float y) {
        int cellX = (int) Math.floor(x);
        int cellY = (int) Math.floor(y);
        Biome home =
                map.biome((int) Math.floor(creature.home.x), (int) Math.floor(creature.home.y));
        return map.walkable(cellX, cellY) && map.biome(cellX, cellY) == home;
    }

    private void think(Creature creature) {
        creature.patience = 1 + 3 * creature.random.nextFloat();
        if (creature.mood == Mood.REST) {
            creature.mood = Mood.WANDER;
            creature.goal.set(creature.home);
            for (int i = 0; i < GOALS; i++) {
                float range = creature.elder ? ELDER_RANGE : HOME_RANGE;
                float x = creature.home.x + range * (2 * creature.random.nextFloat() - 1);
                float y = creature.home.y + range * (2 * creature.random.nextFloat() - 1);
                if (lives(creature, x, y)) {
                    creature.goal.set(x, y);
                    break;
                }
            }
        } else if (creature.mood == Mood.WANDER) {
            creature.mood = Mood.REST;
        }
    }
}
