package latentwilds.world;

/** What people built: roads and plazas. Immutable; any thread. */
final class Ways {
    private final Field roads;
    private final Field plazas;

    /** From what was drawn on the island. */
    Ways(Strokes roads, Strokes plazas) {
        this.roads = roads.field();
        this.plazas = plazas.field();
    }

    /** Cells inside of a road's edge; negative beside it. */
    double road(double x, double y) {
        return roads.at(x, y);
    }

    /** Cells inside of a plaza's edge; negative beside it. */
    double plaza(double x, double y) {
        return plazas.at(x, y);
    }

    /** Whether the ground of a place is other than without roads. */
    boolean touches(double x, double y) {
        return road(x, y) > -1 || plaza(x, y) > -1;
    }
}
