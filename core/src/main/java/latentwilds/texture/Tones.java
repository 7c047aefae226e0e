package latentwilds.texture;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Two colours by which somebody is known again, in a portrait as in a figure. Immutable; any
 * thread.
 *
 * @param body {@code 0xRRGGBB}, of a portrait's skin or of a figure's trunk
 * @param head {@code 0xRRGGBB}, of a portrait's hair or of a figure's head
 */
public record Tones(int body, int head) {
    /** What the head weighs against the body, which is five times as large. */
    private static final double HEAD = 0.5;

    /** A trunk less unlike skin than this looks bare. */
    private static final double BARE = 0.7;

    /** Share of a portrait's pixels, by luminance, that are lines, or gleams. */
    private static final int ODD = 4;

    /**
     * The tones of a portrait: a bust that fills the picture, the face in its middle.
     *
     * @param portrait as finished
     * @return the middle tones of the face and of the uppermost tenth of what is seen above it
     */
    public static Tones ofPortrait(PixelImage portrait) {
        int side = portrait.width();
        int[] face = new int[side * side];
        int[] hair = new int[side * side];
        int faces = 0;
        int hairs = 0;
        for (int x = side * 20 / 64; x < side * 44 / 64; x++) {
            int top = 0;
            while (top < side && portrait.empty(x, top)) {
                top++;
            }
            for (int y = top + 1; y < Math.min(side, top + 1 + side / 10); y++) {
                hair[hairs++] = portrait.rgb(x, y);
            }
            for (int y = Math.max(top, side * 27 / 64); y < side * 50 / 64; y++) {
                face[faces++] = portrait.rgb(x, y);
            }
        }
        return new Tones(middle(Arrays.copyOf(face, faces)), middle(Arrays.copyOf(hair, hairs)));
    }

    /** The mean of what is neither among the darkest nor among the lightest. */
    private static int middle(int[] rgb) {
        int[] order =
                Arrays.stream(rgb)
                        .boxed()
                        .sorted(
                                (a, b) ->
                                        Double.compare(
                                                Contrast.luminance(a), Contrast.luminance(b)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int odd = order.length / ODD;
        return mean(Arrays.copyOfRange(order, odd, order.length - odd), colour -> true);
    }

    /**
     * The tones of a figure on its feet.
     *
     * @param sprite with an outline
     * @return the means of trunk and head, without rim, shade and what is held at arm's length
     */
    public static Tones ofFigure(PixelImage sprite) {
        int top = sprite.height();
        int bottom = 0;
        for (int y = 0; y < sprite.height(); y++) {
            for (int x = 0; x < sprite.width(); x++) {
                if (!sprite.empty(x, y)) {
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        int neck = top + (bottom + 1 - top) / 3;
        int middle = middle(sprite, (top + bottom) / 2, bottom);
        int half = sprite.width() / 5;
        return new Tones(
                inside(sprite, neck, bottom + 1, middle, half),
                inside(sprite, top, neck, middle, half * 2 / 3));
    }

    /** The column over which a figure stands. */
    private static int middle(PixelImage sprite, int top, int bottom) {
        int sum = 0;
        int count = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = 0; x < sprite.width(); x++) {
                if (!sprite.empty(x, y)) {
                    sum += x;
                    count++;
                }
            }
        }
        return count == 0 ? sprite.width() / 2 : (sum + count / 2) / count;
    }

    private static int inside(PixelImage sprite, int top, int bottom, int middle, int half) {
        int[] inner = new int[sprite.width() * sprite.height()];
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = middle - half; x <= middle + half; x++) {
                if (!sprite.empty(x, y) && !sprite.edge(x, y)) {
                    inner[count++] = sprite.rgb(x, y);
                }
            }
        }
        return mean(Arrays.copyOf(inner, count), colour -> !Shade.black(colour));
    }

    /** Of those that count; black if none does. */
    private static int mean(int[] rgb, IntPredicate counts) {
        int[] sums = new int[3];
        int count = 0;
        for (int colour : rgb) {
            if (counts.test(colour)) {
                sums[0] += colour >> 16;
                sums[1] += colour >> 8 & 0xff;
                sums[2] += colour & 0xff;
                count++;
            }
        }
        return count == 0
                ? 0
                : Palette.mean(sums[0], count) << 16
                        | Palette.mean(sums[1], count) << 8
                        | Palette.mean(sums[2], count);
    }

    /**
     * How unlike another's they are.
     *
     * @param other any
     * @return 0 if equal; 1 and more where nobody would take the one for the other
     */
    public double distance(Tones other) {
        return Hue.of(body).distance(Hue.of(other.body))
                + HEAD * Hue.of(head).distance(Hue.of(other.head));
    }

    /**
     * How unlike a portrait's a figure's tones are if the figure shall wear clothes: a trunk of the
     * colour of skin is a bare one.
     *
     * @param figure of whoever might be the same
     * @return 0 for a clothed one whose head is between the portrait's skin and hair; 1 and more
     *     where nobody would take the one for the other
     */
    public double clothedDistance(Tones figure) {
        double bare = BARE - Hue.of(body).distance(Hue.of(figure.body));
        return Math.max(0, bare) + HEAD * Hue.of(between(body, head)).distance(Hue.of(figure.head));
    }

    private static int between(int a, int b) {
        return mean(new int[] {a, b}, colour -> true);
    }

    /**
     * How clearly features are seen that are drawn in black on the body's colour.
     *
     * @return contrast ratio, 1 (black on black) to 21
     */
    public double legibility() {
        return Contrast.ratio(Contrast.luminance(body), 0);
    }
}
