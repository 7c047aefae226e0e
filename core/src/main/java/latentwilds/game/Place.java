package latentwilds.game;

import java.util.Optional;
import latentwilds.world.Cell;
import latentwilds.world.Landmark;

/**
 * A place that people have a name for.
 *
 * @param name for example Thornwick
 * @param cell its middle
 * @param landmark its kind; empty for a settlement
 */
public record Place(String name, Cell cell, Optional<Landmark.Kind> landmark) {
    /**
     * Says what kind of place it is.
     *
     * @return key of a text with a blank for the name
     */
    public String key() {
        return "place." + landmark.map(Landmark.Kind::label).orElse("settlement");
    }
}
