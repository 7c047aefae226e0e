package latentwilds.texture;

import java.util.Arrays;
import java.util.OptionalInt;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Luminance;
import latentwilds.synthesis.Picture;

/** Turns a generator's pictures into images for the game. Plain arithmetic: any thread. */
public final class PixelArt {
    /** A part this small, in thousandths of the largest, is a crumb and not a limb. */
    private static final int SMALLEST_PART = 80;

    private static final int[] NO_COLOURS = {};

    private PixelArt() {}

    /**
     * A piece of ground without its margin.
     *
     * @param rgb 3 channels in [-1, 1]
     * @param marginPixels cut off on all sides
     * @return opaque, {@code 2 x marginPixels} less wide and high
     * @throws IllegalArgumentException if there are not 3 channels or the margin leaves nothing
     */
    public static PixelImage ground(Picture rgb, int marginPixels) {
        int width = rgb.width() - 2 * marginPixels;
        int height = rgb.height() - 2 * marginPixels;
        if (rgb.channels() != 3 || marginPixels < 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "Ground: expected 3 channels and more than twice the margin of %d, found %d channels of %d x %d"
                            .formatted(marginPixels, rgb.channels(), rgb.width(), rgb.height()));
        }
        float[] values = rgb.values();
        int size = rgb.width() * rgb.height();
        byte[] bytes = new byte[4 * width * height];
        int to = 0;
        for (int y = 0; y < height; y++) {
            int from = (y + marginPixels) * rgb.width() + marginPixels;
            for (int x = 0; x < width; x++, from++) {
                for (int c = 0; c < 3; c++) {
                    bytes[to++] = (byte) Canvas.level(Canvas.unit(values[c * size + from]));
                }
                bytes[to++] = (byte) 255;
            }
        }
        return new PixelImage(width, height, bytes);
    }

    /**
     * The colours that many pixels are made of.
     *
     * @param samples {@code 0xRRGGBB}, one per pixel; reordered
     * @param most how many at most
     * @return {@code 0xRRGGBB}, the most frequent first
     */
    public static int[] palette(int[] samples, int most) {
        return Palette.of(samples, most).byFrequency(samples);
    }

    /**
     * A creature as a sprite in colours of its own.
     *
     * @param rgba 4 channels in [-1, 1], colour premultiplied by alpha
     * @param style how
     * @return as below
     */
    public static PixelImage sprite(Picture rgba, SpriteStyle style) {
        return sprite(rgba, style, NO_COLOURS);
    }

    /**
     * A creature as a sprite: every pixel opaque or empty, crumbs gone, few colours.
     *
     * @param rgba 4 channels in [-1, 1], colour premultiplied by alpha
     * @param style how
     * @param colours {@code 0xRRGGBB} to choose from, the outline's aside; none for any
     * @return the sprite, 1 pixel larger on each side if outlined; all empty if the picture is
     *     nowhere as opaque as the style asks
     * @throws IllegalArgumentException if there are not 4 channels
     */
    public static PixelImage sprite(Picture rgba, SpriteStyle style, int[] colours) {
        return sprite(rgba, style, colours, OptionalInt.empty());
    }

    /**
     * A creature as a sprite that can be told from the ground it lives on: where neither its body
     * nor a dark outline contrasts with that, the outline is light ({@link Contrast#VISIBLE}).
     *
     * @param rgba 4 channels in [-1, 1], colour premultiplied by alpha
     * @param style how
     * @param colours {@code 0xRRGGBB} to choose from, the outline's aside; none for any
     * @param ground {@code 0xRRGGBB}, its mean; nothing for any ground
     * @return the sprite, as above
     * @throws IllegalArgumentException if there are not 4 channels
     */
    public static PixelImage sprite(
            Picture rgba, SpriteStyle style, int[] colours, OptionalInt ground) {
        return finished(rgba, spriteFinish(style, colours, ground, false));
    }

    /**
     * How {@link #sprite} finishes a creature.
     *
     * @param style how
     * @param colours {@code 0xRRGGBB} to choose from, the outline's aside; none for any
     * @param ground {@code 0xRRGGBB}, its mean; nothing for any ground
     * @param grounded whether it stands on the bottom row
     * @return for {@link #finished}, or for a backend that can do it itself
     */
    public static Finish spriteFinish(
            SpriteStyle style, int[] colours, OptionalInt ground, boolean grounded) {
        Finish.Rim rim = style.outline() ? Finish.Rim.DARK : Finish.Rim.NONE;
        if (style.outline() && ground.isPresent()) {
            int rgb = ground.getAsInt();
            rim = new Finish.Rim(true, OptionalInt.of(Luminance.of(rgb)), Outline.light(rgb));
        }
        return new Finish(
                style.bodyColours(),
                lowestAlpha(style),
                true,
                SMALLEST_PART,
                colours,
                rim,
                grounded);
    }

    /**
     * A face as a portrait: like a sprite, but its edges stay soft.
     *
     * @param rgba 4 channels in [-1, 1], colour premultiplied by alpha
     * @param style how; below its threshold a pixel is empty, above it keeps its alpha
     * @return the portrait, 1 pixel larger on each side if outlined
     * @throws IllegalArgumentException if there are not 4 channels
     */
    public static PixelImage portrait(Picture rgba, SpriteStyle style) {
        return finished(rgba, portraitFinish(style));
    }

    /**
     * How {@link #portrait} finishes a face.
     *
     * @param style how
     * @return for {@link #finished}, or for a backend that can do it itself
     */
    public static Finish portraitFinish(SpriteStyle style) {
        return new Finish(
                style.bodyColours(),
                lowestAlpha(style),
                false,
                SMALLEST_PART,
                NO_COLOURS,
                style.outline() ? Finish.Rim.DARK : Finish.Rim.NONE,
                false);
    }

    private static int lowestAlpha(SpriteStyle style) {
        return Math.max(1, Math.round(style.alphaThreshold() * 255));
    }

    /**
     * Finishes a picture. The shader backend does the same, to the last bit.
     *
     * @param rgba 4 channels in [-1, 1], colour premultiplied by alpha
     * @param finish how
     * @return the image, {@link Finish#border} larger on each side
     * @throws IllegalArgumentException if there are not 4 channels
     */
    public static PixelImage finished(Picture rgba, Finish finish) {
        Canvas canvas = Canvas.straight(rgba);
        Silhouette silhouette = new Silhouette(canvas, finish.lowestAlpha());
        silhouette.keepParts(finish.smallestPart());
        for (int i = 0; i < canvas.alpha.length; i++) {
            if (!silhouette.inside(i)) {
                canvas.clear(i);
            } else if (finish.opaque()) {
                canvas.alpha[i] = 255;
            }
        }
        if (finish.grounded()) {
            canvas.ground();
        }
        int[] samples = samples(canvas, Finish.SOLID);
        if (samples.length == 0) {
            samples = samples(canvas, 1);
        }
        if (samples.length > 0) {
            canvas = paint(canvas, Palette.of(samples, finish.colours()), finish);
        } else {
            canvas = Outline.around(canvas, 0, finish.border());
        }
        return canvas.image();
    }

    /** Reduces the colours of what is visible, and outlines it. */
    private static Canvas paint(Canvas canvas, Palette found, Finish finish) {
        Palette palette =
                finish.allowed().length > 0 ? found.outOf(Palette.given(finish.allowed())) : found;
        for (int i = 0; i < canvas.alpha.length; i++) {
            if (canvas.alpha[i] > 0) {
                canvas.rgb[i] = palette.nearest(canvas.rgb[i]);
            }
        }
        int rim = Outline.visible(canvas, Outline.tint(palette.darkest()), finish.rim());
        return Outline.around(canvas, rim, finish.border());
    }

    private static int[] samples(Canvas canvas, int lowestAlpha) {
        int[] samples = new int[canvas.rgb.length];
        int count = 0;
        for (int i = 0; i < canvas.rgb.length; i++) {
            if (canvas.alpha[i] >= lowestAlpha) {
                samples[count++] = canvas.rgb[i];
            }
        }
        return Arrays.copyOf(samples, count);
    }

    /**
     * The colour that stands for an image until it is there, or on a map.
     *
     * @param image any
     * @return rgba8888: the mean of the visible pixels, weighted by their alpha, opaque; 0 if there
     *     is none
     */
    public static int meanColour(PixelImage image) {
        long[] sums = new long[3];
        long weight = 0;
        byte[] bytes = image.rgba();
        for (int i = 0; i < bytes.length; i += 4) {
            int alpha = bytes[i + 3] & 0xff;
            weight += alpha;
            for (int c = 0; c < 3; c++) {
                sums[c] += (long) alpha * (bytes[i + c] & 0xff);
            }
        }
        if (weight == 0) {
            return 0;
        }
        int rgba = 0;
        for (long sum : sums) {
            rgba = rgba << 8 | (int) ((sum + weight / 2) / weight);
        }
        return rgba << 8 | 0xff;
    }
}
