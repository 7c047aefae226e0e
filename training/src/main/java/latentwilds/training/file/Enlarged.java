package latentwilds.training.file;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/** Pictures enlarged by whole pixels, palette or not. */
final class Enlarged {
    private Enlarged() {}

    static BufferedImage by(int zoom, BufferedImage image) {
        int w = image.getWidth() * zoom;
        int h = image.getHeight() * zoom;
        WritableRaster raster = image.getColorModel().createCompatibleWritableRaster(w, h);
        Object pixel = null;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                pixel = image.getRaster().getDataElements(x / zoom, y / zoom, pixel);
                raster.setDataElements(x, y, pixel);
            }
        }
        return new BufferedImage(image.getColorModel(), raster, image.isAlphaPremultiplied(), null);
    }
}
