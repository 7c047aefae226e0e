package latentwilds.screen;

/** The soft edge of what is explored. */
final class Haze {
    private static final float FROM = 0.25f;
    private static final float TO = 0.85f;

    private Haze() {}

    /** Squares that were seen. */
    interface Seen {
        boolean at(int x, int y);
    }

    /**
     * How clear a place is: bilinear between the squares' middles, then with level ends.
     *
     * @param x in squares from the west
     * @param y in squares from the south
     * @return 0 (never seen) to 1
     */
    static float at(Seen seen, float x, float y) {
        int i = (int) Math.floor(x - 0.5f);
        int j = (int) Math.floor(y - 0.5f);
        float u = x - 0.5f - i;
        float v = y - 0.5f - j;
        float south = (1 - u) * value(seen, i, j) + u * value(seen, i + 1, j);
        float north = (1 - u) * value(seen, i, j + 1) + u * value(seen, i + 1, j + 1);
        float share = (1 - v) * south + v * north;
        float level = Math.max(0, Math.min(1, (share - FROM) / (TO - FROM)));
        return level * level * (3 - 2 * level);
    }

    private static float value(Seen seen, int x, int y) {
        return seen.at(x, y) ? 1 : 0;
    }

    /** From one {@code 0xAARRGGBB} to another, channel by channel. */
    static int mix(int from, int to, float share) {
        int mixed = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            int a = from >>> shift & 255;
            int b = to >>> shift & 255;
            mixed |= Math.round(a + share * (b - a)) << shift;
        }
        return mixed;
    }
}
