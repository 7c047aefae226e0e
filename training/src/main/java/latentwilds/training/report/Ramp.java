package latentwilds.training.report;

import java.util.List;

/**
 * Values to colours, from dark violet through orange to pale yellow, ever lighter.
 *
 * @param lowest value that is darkest
 * @param highest value that is lightest; if the same, everything is dark
 */
record Ramp(float lowest, float highest) {
    private static final List<Integer> STOPS =
            List.of(0x100E1E, 0x3F1F5E, 0x86306B, 0xC94F53, 0xF08A3C, 0xF9C65F, 0xFCF7D0);

    /** From the lowest to the highest of these. */
    static Ramp over(float[] values) {
        float lowest = values[0];
        float highest = values[0];
        for (float value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return new Ramp(lowest, highest);
    }

    /** As RGB. */
    int colour(float value) {
        double share = highest > lowest ? (value - lowest) / (double) (highest - lowest) : 0;
        double place = Math.max(0, Math.min(1, share)) * (STOPS.size() - 1);
        int stop = Math.min(STOPS.size() - 2, (int) place);
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = STOPS.get(stop) >> shift & 255;
            int to = STOPS.get(stop + 1) >> shift & 255;
            rgb |= (int) Math.round(from + (to - from) * (place - stop)) << shift;
        }
        return rgb;
    }
}
