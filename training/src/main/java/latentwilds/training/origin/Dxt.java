package latentwilds.training.origin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Decodes the first level of a DDS file with DXT1 or DXT5 blocks (Microsoft's "Programming Guide
 * for DDS", blocks BC1 and BC3), the colour of it: alpha is left out. Interpolated levels are
 * rounded down, as by the program that the sets were made with; TwelveMonkeys' plugin rounds them.
 */
final class Dxt {
    private static final int HEADER = 128;
    private static final int MAGIC = 0x20534444;
    private static final int DXT1 = 0x31545844;
    private static final int DXT5 = 0x35545844;

    private Dxt() {}

    static Raster decode(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER || in.getInt(0) != MAGIC) {
            throw new IOException("expected a DDS image, found something else");
        }
        int height = in.getInt(12);
        int width = in.getInt(16);
        int kind = in.getInt(84);
        if (kind != DXT1 && kind != DXT5) {
            throw new IOException("expected DXT1 or DXT5 blocks, found 0x%08x".formatted(kind));
        }
        int block = kind == DXT1 ? 8 : 16;
        boolean whole = width > 0 && height > 0 && width % 4 == 0 && height % 4 == 0;
        long blocks = (long) width / 4 * (height / 4);
        if (!whole || HEADER + blocks * block > file.length) {
            throw new IOException(
                    "expected %d x %d pixels in blocks of 4 x 4, found %d bytes"
                            .formatted(width, height, file.length));
        }
        int[] argb = new int[width * height];
        int[] palette = new int[4];
        for (int b = 0; b < blocks; b++) {
            int at = HEADER + b * block + (block - 8);
            colours(in.getShort(at) & 0xFFFF, in.getShort(at + 2) & 0xFFFF, kind == DXT1, palette);
            int codes = in.getInt(at + 4);
            int corner = b / (width / 4) * 4 * width + b % (width / 4) * 4;
            for (int i = 0; i < 16; i++) {
                argb[corner + i / 4 * width + i % 4] = palette[codes >>> 2 * i & 3];
            }
        }
        return new Raster(width, height, argb);
    }

    /** Two colours and two between them; with DXT1 and a rising pair one between and black. */
    private static void colours(int first, int second, boolean dxt1, int[] palette) {
        boolean three = dxt1 && first <= second;
        palette[0] = rgb(first);
        palette[1] = rgb(second);
        palette[2] = 0xFF000000;
        palette[3] = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = palette[0] >> shift & 255;
            int b = palette[1] >> shift & 255;
            palette[2] |= (three ? (a + b) / 2 : (2 * a + b) / 3) << shift;
            palette[3] |= (three ? 0 : (a + 2 * b) / 3) << shift;
        }
    }

    private static int rgb(int packed) {
        int r = packed >> 11;
        int g = packed >> 5 & 63;
        int b = packed & 31;
        return 0xFF000000 | (r << 3 | r >> 2) << 16 | (g << 2 | g >> 4) << 8 | b << 3 | b >> 2;
    }
}
