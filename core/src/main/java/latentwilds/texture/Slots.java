package latentwilds.texture;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbered places for things with a key: when all are taken, the least recently used gives way.
 * Knows nothing of textures.
 */
final class Slots {
    private final int capacity;
    private final Map<Object, Integer> places;

    Slots(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("Slots: expected at least 1, found " + capacity);
        }
        this.capacity = capacity;
        places = new LinkedHashMap<>(capacity, 0.75f, true);
    }

    /** The key's place: its own, a free one, or that of the least recently used key. */
    int take(Object key) {
        Integer own = places.get(key);
        if (own != null) {
            return own;
        }
        int place = places.size();
        if (place == capacity) {
            Object oldest = places.keySet().iterator().next();
            place = places.remove(oldest);
        }
        places.put(key, place);
        return place;
    }

    /** The key's place, which counts as use; -1 if it has none. */
    int find(Object key) {
        Integer place = places.get(key);
        return place == null ? -1 : place;
    }

    boolean contains(Object key) {
        return places.containsKey(key);
    }

    int size() {
        return places.size();
    }

    int capacity() {
        return capacity;
    }
}
