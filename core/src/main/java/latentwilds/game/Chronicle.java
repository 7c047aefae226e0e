package latentwilds.game;

import com.badlogic.ashley.core.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentwilds.entity.Species;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Person;
import latentwilds.entity.component.Solid;

/** A run in words and numbers, so that two runs of a seed can be compared without pictures. */
public final class Chronicle {
    private Chronicle() {}

    /**
     * What the run's map and species are.
     *
     * @param run the run
     * @return eight hexadecimal digits of the map and as many of the species
     */
    public static String worldHash(Run run) {
        int species = 0;
        for (Species s : run.bestiary().species()) {
            species = 31 * species + s.toString().hashCode();
        }
        return "%08x%08x".formatted(run.map().mapHash(), species);
    }

    /**
     * Everyone around the hero: what, who and where.
     *
     * @param run the run
     * @return sorted lines
     */
    public static List<String> entities(Run run) {
        List<String> lines = new ArrayList<>();
        for (Entity entity : run.solids()) {
            Solid solid = entity.getComponent(Solid.class);
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s at %.3f %.3f",
                            name(entity),
                            solid.body.getPosition().x,
                            solid.body.getPosition().y));
        }
        lines.sort(null);
        return lines;
    }

    private static String name(Entity entity) {
        Creature creature = entity.getComponent(Creature.class);
        Person person = entity.getComponent(Person.class);
        if (creature != null) {
            return "creature %016x %s %s"
                    .formatted(creature.id, creature.species.name(), creature.species.temper());
        }
        if (person != null) {
            return "person %016x %s (%s, %s)"
                    .formatted(
                            person.character.id(),
                            person.character.name(),
                            person.character.ancestry(),
                            person.character.gender());
        }
        return "hero " + entity.getComponent(Hero.class).character.name();
    }
}
