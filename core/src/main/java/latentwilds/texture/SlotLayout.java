package latentwilds.texture;

/**
 * Where the slots of an atlas are in its texture: rows of equal slots, 1 pixel apart, about square.
 *
 * @param slotWidth pixels
 * @param slotHeight pixels
 * @param slots how many
 */
record SlotLayout(int slotWidth, int slotHeight, int slots) {
    private static final int GAP = 1;
    // Every driver in use takes this.
    private static final int LARGEST = 4096;

    SlotLayout {
        if (slotWidth < 1 || slotHeight < 1 || slots < 1) {
            throw new IllegalArgumentException(
                    "Atlas: expected at least one slot of 1 x 1, found %d of %d x %d"
                            .formatted(slots, slotWidth, slotHeight));
        }
    }

    /** The layout, if one texture can hold it. */
    static SlotLayout of(int slotWidth, int slotHeight, int slots) {
        SlotLayout layout = new SlotLayout(slotWidth, slotHeight, slots);
        if (layout.width() > LARGEST || layout.height() > LARGEST) {
            throw new IllegalArgumentException(
                    "Atlas of %d slots of %d x %d: expected a texture of at most %d pixels a side, found %d x %d"
                            .formatted(
                                    slots,
                                    slotWidth,
                                    slotHeight,
                                    LARGEST,
                                    layout.width(),
                                    layout.height()));
        }
        return layout;
    }

    int columns() {
        double square = Math.sqrt((double) slots * (slotHeight + GAP) / (slotWidth + GAP));
        return Math.max(1, Math.min(slots, (int) Math.ceil(square)));
    }

    int rows() {
        return (slots + columns() - 1) / columns();
    }

    int width() {
        return columns() * (slotWidth + GAP) - GAP;
    }

    int height() {
        return rows() * (slotHeight + GAP) - GAP;
    }

    int x(int slot) {
        return slot % columns() * (slotWidth + GAP);
    }

    int y(int slot) {
        return slot / columns() * (slotHeight + GAP);
    }
}
