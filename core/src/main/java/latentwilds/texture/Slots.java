package latentwilds.texture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which key lives in which of a fixed number of slots; the least recently used one makes room. */
final class Slots {
    /** What {@link #find} answers for a key that is not there. */
    static final int NONE = -1;

    private final int capacity;
    private final Map<Object, Integer> slots = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Integer> free = new ArrayDeque<>();
    private int used;

    Slots(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "Slots: expected room for at least one, found " + capacity);
        }
        this.capacity = capacity;
    }

    /** The key's slot, which counts as a use, or {@link #NONE}. */
    int find(Object key) {
        return slots.getOrDefault(key, NONE);
    }

    /** The key's slot, its own, a free one, or that of the least recently used key. */
    int take(Object key) {
        int slot = find(key);
        if (slot == NONE) {
            slot = reserve();
            slots.put(key, slot);
        }
        return slot;
    }

    /**
     * A slot without a key yet, to be given one by {@link #assign} or given back by {@link
     * #release}.
     *
     * @throws IllegalStateException if all slots are reserved
     */
    int reserve() {
        if (!free.isEmpty()) {
            return free.pop();
        }
        if (used < capacity) {
            return used++;
        }
        if (slots.isEmpty()) {
            throw new IllegalStateException("All %d slots are reserved".formatted(capacity));
        }
        return evict();
    }

    /** Gives a reserved slot its key; the slot that the key had is free. */
    void assign(Object key, int slot) {
        Integer before = slots.put(key, slot);
        if (before != null) {
            free.push(before);
        }
    }

    /** A reserved slot is not needed. */
    void release(int slot) {
        free.push(slot);
    }

    private int evict() {
        Iterator<Integer> oldestFirst = slots.values().iterator();
        int slot = oldestFirst.next();
        oldestFirst.remove();
        return slot;
    }

    /** Whether a key has a slot; not a use. */
    boolean contains(Object key) {
        return slots.containsKey(key);
    }

    int size() {
        return slots.size();
    }

    void clear() {
        slots.clear();
        free.clear();
        used = 0;
    }
}
