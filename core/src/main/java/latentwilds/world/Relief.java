package latentwilds.world;

import latentwilds.seed.Streams;

/** The bare height of the land: outline, hills, ridges and coasts frayed by bent space. */
final class Relief {
    private static final double BEND = 46;

    /** How much further in the sea reaches here and there than the map's edge asks for. */
    private static final double BIGHT = 0.24;

    /** Cells by which the small waves bend a shore: capes and coves, no holes. */
    private static final double FRAY = 12;

    /** What a shore rises above a flat beach, and falls below it, within this height of the sea. */
    private static final double BERM = 0.02;

    /** Height of small hills at the coast, and what they gain inland. */
    private static final double COASTAL = 0.008;

    private static final double HILLS = 0.022;

    private static final double SHORE = 0.03;

    /** Cells between samples of long waves. */
    private static final int SMOOTH = 4;

    /** So far out that no hill reaches the surface. */
    private static final double ABYSS = -1.1;

    private final int size;
    private final Nature nature;
    private final Landmass landmass;
    private final Bend bend;
    private final Bend fray;
    private final Field hollows;
    private final Field swells;
    private final Field ranges;
    private final Field bights;
    private final Noise hills;
    private final Field ridges;

    /** For an island of {@code size x size} cells. */
    Relief(Streams streams, Nature nature, int size) {
        this.size = size;
        this.nature = nature;
        landmass = new Landmass(size, streams.stream("world.outline"));
        bend = Bend.waves(streams, "world.bend", size, 180, 3, BEND);
        fray = Bend.waves(streams, "world.fray", size, 48, 2, FRAY);
        hollows = smooth(streams, "world.hollows", 120, 2);
        swells = smooth(streams, "world.swells", 230, 2);
        ranges = smooth(streams, "world.ranges", 420, 1);
        bights = smooth(streams, "world.bights", 300, 2);
        hills = new Noise(streams, "world.hills", 57, 3);
        ridges = smooth(streams, "world.ridges", 260, 3);
    }

    /** Waves so long that straight lines between a few samples are as good. */
    private Field smooth(Streams streams, String purpose, double period, int octaves) {
        return Field.of(size, SMOOTH, new Noise(streams, purpose, period, octaves)::at);
    }

    /** Height before volcanoes, about 0 to 1. */
    double bare(double x, double y) {
        double frayedX = fray.x(x, y);
        double frayedY = fray.y(x, y);
        double u = bend.x(frayedX, frayedY);
        double v = bend.y(frayedX, frayedY);
        double inland = landmass.inland(u, v);
        if (inland < ABYSS) {
            return Climate.SEA - 0.3;
        }
        double base = 0.26 * Math.max(-1.2, Math.min(0.7, inland));
        double land = Shape.smoothstep(0.12, 0.5, inland);
        // The sea rounds small hills off, or a flat coast would be all holes.
        double hill =
                nature.hills()
                        * ((0.19 - 0.07 * land) * swells.at(u, v)
                                + (COASTAL + HILLS * land) * hills.at(u, v));
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
        double shore = 2 * Shape.smoothstep(-SHORE, SHORE, height) - 1;
        return Climate.SEA + height + BERM * shore;
    }
}
