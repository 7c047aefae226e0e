package latentwilds.training.image;

import java.awt.image.BufferedImage;

/** A small tile that is to stand beside textures four times its size or more. */
final class Tile {
    private Tile() {}

    /** Enlarged bilinearly to half the size, wrapping round at the edges, and repeated 2 x 2. */
    static BufferedImage repeated(BufferedImage tile, int size) {
        int half = size / 2;
        int side = tile.getWidth();
        BufferedImage large = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            double sourceY = (y % half + 0.5) * side / half - 0.5;
            for (int x = 0; x < size; x++) {
                double sourceX = (x % half + 0.5) * side / half - 0.5;
                large.setRGB(x, y, wrapped(tile, sourceX, sourceY));
            }
        }
        return large;
    }

    private static int wrapped(BufferedImage tile, double x, double y) {
        int side = tile.getWidth();
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double tx = x - x0;
        double ty = y - y0;
        int argb = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            double value = 0;
            for (int k = 0; k < 4; k++) {
                int px = Math.floorMod(x0 + (k & 1), side);
                int py = Math.floorMod(y0 + (k >> 1), side);
                double weight = ((k & 1) == 0 ? 1 - tx : tx) * ((k >> 1) == 0 ? 1 - ty : ty);
                value += weight * (tile.getRGB(px, py) >> shift & 255);
            }
            argb |= (int) Math.round(value) << shift;
        }
        return argb;
    }
}
