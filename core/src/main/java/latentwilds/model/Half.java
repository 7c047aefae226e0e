package latentwilds.model;

/** IEEE 754 half precision, which Java 17 cannot convert itself. */
public final class Half {
    /** The largest finite half. */
    public static final float MAX = 65504;

    private static final int FLOAT_BIAS = 127;
    private static final int HALF_BIAS = 15;
    private static final int SHIFT = 13;

    private Half() {}

    /**
     * Widens exactly.
     *
     * @param half the sixteen bits
     * @return the same number
     */
    public static float toFloat(short half) {
        int bits = half & 0xFFFF;
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >>> 10 & 0x1F;
        int mantissa = bits & 0x3FF;
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F800000 | mantissa << SHIFT);
        }
        if (exponent == 0) {
            float magnitude = mantissa * 0x1.0p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(
                sign | exponent + FLOAT_BIAS - HALF_BIAS << 23 | mantissa << SHIFT);
    }

    /**
     * Narrows, rounding to nearest, ties to even.
     *
     * @param value any; what is too large becomes infinite
     * @return the sixteen bits
     */
    public static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7FFFFFFF;
        if (magnitude > 0x7F800000) {
            return (short) (sign | 0x7E00);
        }
        // 65520 is the first number that rounds to infinity; 2^-14 is the smallest normal half.
        if (magnitude >= 0x477FF000) {
            return (short) (sign | 0x7C00);
        }
        if (magnitude < 0x38800000) {
            float scaled = Math.abs(value) * 0x1.0p24f;
            return (short) (sign | (int) Math.rint(scaled));
        }
        int rounded = magnitude + 0xFFF + (magnitude >>> SHIFT & 1);
        return (short) (sign | (rounded >>> SHIFT) - (FLOAT_BIAS - HALF_BIAS << 10));
    }
}
