package latentwilds.world;

import latentwilds.seed.Streams;

/** The bare height of the land: outline, hills, ridges and coasts frayed by bent space. */
final class Relief {
    private static final double BEND = 46;

    /** How much further in the sea reaches here and there than the map's edge asks for. */
    private static final double BIGHT = 0.24;

    /** Height of the small waves that fray a shore, and from which height on they are gone. */
    private static final double FRAY = 0.042;

    private static final double SHORE = 0.1;

    /** So far out that no hill reaches the surface. */
    private static final double ABYSS = -1.1;

    private final int size;
    private final Nature nature;
    private final Landmass landmass;
    private final Field bendX;
    private final Field bendY;
    private final Field hollows;
    private final Noise hills;
    private final Noise ridges;
    private final Noise ranges;
    private final Noise bights;
    private final Noise fray;

    /** For an island of {@code size x size} cells. */
    Relief(Streams streams, Nature nature, int size) {
        this.size = size;
        this.nature = nature;
        landmass = new Landmass(size, streams.stream("world.outline"));
        bendX = Field.of(size, 8, new Noise(streams, "world.bend.x", 180, 3)::at);
        bendY = Field.of(size, 8, new Noise(streams, "world.bend.y", 180, 3)::at);
        hollows = Field.of(size, 4, new Noise(streams, "world.hollows", 120, 2)::at);
        hills = new Noise(streams, "world.hills", 230, 5);
        ridges = new Noise(streams, "world.ridges", 260, 3);
        ranges = new Noise(streams, "world.ranges", 420, 1);
        bights = new Noise(streams, "world.bights", 300, 2);
        fray = new Noise(streams, "world.fray", 30, 2);
    }

    /** Height before volcanoes, about 0 to 1. */
    double bare(double x, double y) {
        double u = x + BEND * bendX.at(x, y);
        double v = y + BEND * bendY.at(x, y);
        double inland = landmass.inland(u, v);
        if (inland < ABYSS) {
            return Climate.SEA - 0.3;
        }
        double base = 0.26 * Math.max(-1.2, Math.min(0.7, inland));
        double land = Shape.smoothstep(0.12, 0.5, inland);
        // Coasts are frayed more than the inland is hollowed out.
        double hill = nature.hills() * (0.19 - 0.07 * land) * hills.at(u, v);
        double mountain = 0;
        if (land > 0) {
            double crest = Math.max(0, 1 - 2.2 * Math.abs(ridges.at(u, v)));
            double range = nature.range(u / size, v / size, inland, ranges.at(x, y));
            mountain =
                    0.34 * land * range * crest * crest
                            + land * nature.rise(u / size, v / size)
                            - land
                                    * nature.hollows()
                                    * Shape.smoothstep(0.25, 0.7, hollows.at(x, y));
        }
        // Never less than the plain edge, or land would end at the map's.
        double bight = 1 + BIGHT * Math.max(0, 0.35 + bights.at(x, y));
        double height = base + hill + mountain - 0.7 * landmass.edge(u, v, bight);
        double near = 1 - Math.abs(height) / SHORE;
        if (near > 0) {
            height += FRAY * near * fray.at(x, y);
        }
        return Climate.SEA + height;
    }
}
