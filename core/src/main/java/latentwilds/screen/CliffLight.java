package latentwilds.screen;

import latentwilds.texture.PixelImage;
import latentwilds.world.ChunkPlace;

/**
 * Light and shadow of a chunk's cliffs, to be laid over the ground: a dark face, its brim in the
 * sun, edges that face north and west lit, others dark, a shadow on the ground to the south-east.
 * The sun is in the north-west, as on the map. Only light: the rock itself is synthesised.
 */
final class CliffLight {
    private static final int SIZE = ChunkPlace.PIXELS;

    private static final int INK = 0x0c0a12;
    private static final int SUN = 0xfff2d0;

    // Alphas.
    private static final double FOOT = 0.62;
    private static final double UNDER_BRIM = 0.3;
    private static final double BRIM = 0.5;
    private static final double LIT_EDGE = 0.42;
    private static final double DARK_EDGE = 0.45;
    private static final double SHADOW = 0.55;
    private static final double TOP = 0.1;

    /** Pixels that a shadow reaches down, and one to the east for every two. */
    private static final int SHADOW_LENGTH = 18;

    private static final int BRIM_PIXELS = 2;
    private static final int EDGE_PIXELS = 2;

    /** A face that is lower catches no light: it is a pebble. */
    private static final int LOWEST_BRIM = 6;

    private CliffLight() {}

    /** What to lay over a chunk: 256 x 256 pixels, row 0 the northernmost. */
    static PixelImage over(CliffShape shape) {
        byte[] rgba = new byte[4 * SIZE * SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int at = 4 * ((SIZE - 1 - y) * SIZE + x);
                double light = shape.inside(x, y) ? onRock(shape, x, y) : -shadow(shape, x, y);
                int colour = light > 0 ? SUN : INK;
                rgba[at] = (byte) (colour >> 16);
                rgba[at + 1] = (byte) (colour >> 8);
                rgba[at + 2] = (byte) colour;
                rgba[at + 3] = (byte) Math.round(255 * Math.min(1, Math.abs(light)));
            }
        }
        return new PixelImage(SIZE, SIZE, rgba);
    }

    /** Alpha of light, negative for shade. */
    private static double onRock(CliffShape shape, int x, int y) {
        int above = shape.above(x, y);
        if (above <= CliffShape.FACE - BRIM_PIXELS) {
            // The edge of a face that turns away from the sun is darker still.
            double shade = FOOT + (UNDER_BRIM - FOOT) * above / CliffShape.FACE;
            boolean turned = outside(shape, x, y, 1, 0) > 0;
            boolean top = outside(shape, x, y, 0, 1) > 0;
            return top && above > LOWEST_BRIM ? BRIM : turned ? -(shade + 0.15) : -shade;
        }
        if (above <= CliffShape.FACE) {
            return BRIM;
        }
        int north = outside(shape, x, y, 0, 1);
        int west = outside(shape, x, y, -1, 0);
        int east = outside(shape, x, y, 1, 0);
        double lit = LIT_EDGE * Math.max(north, west) / EDGE_PIXELS;
        double dark = DARK_EDGE * east / EDGE_PIXELS;
        return lit > 0 || dark > 0 ? lit - dark : TOP;
    }

    /** How near the edge is in a direction: 0 if it is further than an edge is wide. */
    private static int outside(CliffShape shape, int x, int y, int dx, int dy) {
        for (int i = 1; i <= EDGE_PIXELS; i++) {
            if (!shape.inside(x + i * dx, y + i * dy)) {
                return EDGE_PIXELS + 1 - i;
            }
        }
        return 0;
    }

    /** Alpha of the shadow that falls on the ground. */
    private static double shadow(CliffShape shape, int x, int y) {
        for (int i = 1; i <= SHADOW_LENGTH; i++) {
            if (shape.inside(x - (i + 1) / 2, y + i)) {
                return SHADOW * (1 - (i - 1.0) / SHADOW_LENGTH);
            }
        }
        return 0;
    }
}
