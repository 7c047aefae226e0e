package latentwilds.training.report;

import java.awt.image.BufferedImage;
import java.util.List;
import latentwilds.synthesis.Picture;

/** Pictures side by side for a person's eye: small ones enlarged, alpha over an even grey-blue. */
public final class Sheet {
    private static final int BACKGROUND = 0x464A5A;
    private static final int READABLE = 64;

    private Sheet() {}

    /**
     * A grid of pictures of one size.
     *
     * @param pictures at least one
     * @param columns pictures per row
     * @return an RGB image
     */
    public static BufferedImage grid(List<Picture> pictures, int columns) {
        Picture first = pictures.get(0);
        int zoom = Math.max(1, READABLE / first.width());
        int w = first.width() * zoom;
        int h = first.height() * zoom;
        int across = Math.min(columns, pictures.size());
        int down = (pictures.size() + across - 1) / across;
        BufferedImage sheet = new BufferedImage(across * w, down * h, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            int left = i % across * w;
            int top = i / across * h;
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    sheet.setRGB(left + x, top + y, shown(picture, x / zoom, y / zoom));
                }
            }
        }
        return sheet;
    }

    /**
     * One picture as it is: RGBA with straight alpha, or RGB.
     *
     * @param picture what to convert
     * @return an image of its size
     */
    public static BufferedImage image(Picture picture) {
        boolean alpha = picture.channels() == 4;
        BufferedImage image =
                new BufferedImage(
                        picture.width(),
                        picture.height(),
                        alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                float a = alpha ? unit(picture.at(3, x, y)) : 1;
                int argb = Math.round(a * 255) << 24;
                for (int c = 0; c < 3; c++) {
                    float value = unit(picture.at(c, x, y));
                    argb |= level(a > 0 ? value / a : 0) << 8 * (2 - c);
                }
                image.setRGB(x, y, argb);
            }
        }
        return image;
    }

    private static int shown(Picture picture, int x, int y) {
        float through = picture.channels() == 4 ? 1 - unit(picture.at(3, x, y)) : 0;
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            int shift = 8 * (2 - c);
            float behind = through * (BACKGROUND >> shift & 255) / 255f;
            rgb |= level(unit(picture.at(c, x, y)) + behind) << shift;
        }
        return rgb;
    }

    private static float unit(float value) {
        return Math.max(0, Math.min(1, (value + 1) / 2));
    }

    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value * 255)));
    }
}
