package latentwilds.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.entity.PlaceNames;
import latentwilds.seed.Streams;
import latentwilds.world.Cell;
import latentwilds.world.Landmark;
import latentwilds.world.Settlement;
import latentwilds.world.WorldMap;

/** Settlements and landmarks by their names. Immutable. */
public final class Places {
    private final WorldMap map;
    private final List<Place> settlements;
    private final List<Place> landmarks;
    private final List<Place> all;

    Places(Streams streams, WorldMap map) {
        this.map = map;
        settlements =
                map.settlements().stream()
                        .map(
                                s ->
                                        new Place(
                                                PlaceNames.settlement(streams, s.index()),
                                                s.cell(),
                                                Optional.empty()))
                        .toList();
        landmarks =
                map.landmarks().stream()
                        .map(
                                l ->
                                        new Place(
                                                PlaceNames.landmark(streams, l.index()),
                                                l.cell(),
                                                Optional.of(l.kind())))
                        .toList();
        List<Place> both = new ArrayList<>(settlements);
        both.addAll(landmarks);
        all = List.copyOf(both);
    }

    /**
     * All of them.
     *
     * @return settlements first, and of these the one where the run begins
     */
    public List<Place> all() {
        return all;
    }

    /**
     * Those in the wilds.
     *
     * @return every kind of landmark
     */
    public List<Place> landmarks() {
        return landmarks;
    }

    /**
     * The place that a cell belongs to.
     *
     * @param cell where
     * @return nothing in the wilds
     */
    public Optional<Place> at(Cell cell) {
        return map.settlement(cell)
                .map(Settlement::index)
                .map(settlements::get)
                .or(() -> map.landmark(cell).map(Landmark::index).map(landmarks::get));
    }

    /**
     * How many of them the player has seen.
     *
     * @param explored of the run
     * @return at most as many as there are
     */
    public int found(Explored explored) {
        return (int) all.stream().filter(place -> explored.at(place.cell())).count();
    }
}
