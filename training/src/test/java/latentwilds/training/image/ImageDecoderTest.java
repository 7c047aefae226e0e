package latentwilds.training.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
    void losslessFormatsKeepEveryPixel(String format) throws IOException {
        BufferedImage image = new BufferedImage(5, 9, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 45; i++) {
            image.setRGB(i % 5, i / 5, 0xFF000000 | i % 6 * 51 << 16 | i % 4 * 51 << 8 | 102);
        }

        BufferedImage decoded = decoded(image, format);

        assertThat(decoded.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
        assertThat(pixels(decoded)).isEqualTo(pixels(image));
    }

    @ParameterizedTest
    @CsvSource({"cmyk.jpg, 12", "ycck.jpg, 12", "lossy.webp, 12"})
    void quartersOfALossyPictureAreTheColoursThatWentIn(String file, int tolerance)
            throws IOException {
        BufferedImage image = ImageDecoder.decode(resource(file));

        assertThat(image.getWidth()).isEqualTo(16);
        expectNear(image.getRGB(3, 3), 220, 40, 30, tolerance);
        expectNear(image.getRGB(12, 3), 40, 180, 60, tolerance);
        expectNear(image.getRGB(3, 12), 30, 60, 200, tolerance);
        expectNear(image.getRGB(12, 12), 200, 200, 200, tolerance);
    }

    @Test
    void webpKeepsAlphaAndColour() throws IOException {
        BufferedImage image = ImageDecoder.decode(resource("lossless-alpha.webp"));

        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        assertThat(image.getRGB(3, 3)).isEqualTo(0x80DC281E);
        assertThat(image.getRGB(12, 12)).isEqualTo(0xFFC8C8C8);
    }

    @Test
    void aPaletteWithATransparentColourHasAlpha() throws IOException {
        byte[] red = {(byte) 200, 10};
        byte[] rest = {0, 20};
        IndexColorModel palette = new IndexColorModel(1, 2, red, rest, rest, 0);
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(1, 0, 0, 1);

        for (String format : new String[] {"png", "gif"}) {
            BufferedImage decoded = decoded(image, format);

            assertThat(decoded.getRGB(0, 0) >>> 24).as(format).isZero();
            assertThat(decoded.getRGB(1, 0)).as(format).isEqualTo(0xFF0A1414);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp", "jpeg"})
    void greyKeepsItsLevels(String format) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64; i++) {
            image.getRaster().setSample(i % 8, i / 8, 0, 100);
        }

        assertThat(decoded(image, format).getRGB(4, 4)).isEqualTo(0xFF646464);
    }

    @Test
    void sixteenBitsBecomeEightByRounding() throws IOException {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(0, 0, 0, 100 * 257 + 120);
        grey.getRaster().setSample(1, 0, 0, 65535);

        for (String format : new String[] {"png", "tiff"}) {
            BufferedImage decoded = decoded(grey, format);

            assertThat(decoded.getRGB(0, 0)).as(format).isEqualTo(0xFF646464);
            assertThat(decoded.getRGB(1, 0)).as(format).isEqualTo(0xFFFFFFFF);
        }
        assertThat(decoded(deep(ColorSpace.CS_sRGB, 200, 100, 50, 128), "png").getRGB(0, 0))
                .isEqualTo(0x80C86432);
        assertThat(decoded(deep(ColorSpace.CS_GRAY, 100, 128), "png").getRGB(0, 0))
                .isEqualTo(0x80646464);
    }

    /** One pixel of 16 bits a channel, alpha last. */
    private static BufferedImage deep(int space, int... values) {
        ComponentColorModel model =
                new ComponentColorModel(
                        ColorSpace.getInstance(space),
                        true,
                        false,
                        Transparency.TRANSLUCENT,
                        DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, Arrays.stream(values).map(v -> v * 257).toArray());
        return new BufferedImage(model, raster, false, null);
    }

    @Test
    void aPngsTransparentColourIsTransparent() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x112233);
        image.setRGB(1, 0, 0x445566);
        byte[] png = encoded(image, "png");
        byte[] colour = {0, 0x11, 0, 0x22, 0, 0x33};

        BufferedImage decoded = ImageDecoder.decode(withChunk(png, "tRNS", colour));

        assertThat(decoded.getRGB(0, 0) >>> 24).isZero();
        assertThat(decoded.getRGB(1, 0)).isEqualTo(0xFF445566);
    }

    @Test
    void aBombIsRefusedByItsHeader() throws IOException {
        byte[] png = encoded(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

        assertThatThrownBy(() -> ImageDecoder.decode(png))
                .hasMessage("expected at most 67108864 pixels, found 100000 x 100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless-alpha.webp"})
    void cutOffWebpIsRefusedBeforeItIsRead(String file) throws IOException {
        byte[] whole = resource(file);
        for (int length = 12; length < whole.length; length += 3) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> ImageDecoder.decode(cut))
                    .hasMessage("expected an image, found a damaged one (it is cut off)");
        }
    }

    /** JPEG readers fill up what is missing, and only warn. */
    @ParameterizedTest
    @ValueSource(strings = {"cmyk.jpg", "ycck.jpg"})
    void cutOffJpegsAreRefused(String file) throws IOException {
        byte[] whole = resource(file);
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> ImageDecoder.decode(cut))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("expected an image, found ");
        }
    }

    @Test
    void aTiffThatLostItsDirectoryIsDamaged() throws IOException {
        byte[] whole = encoded(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "tiff");
        byte[] cut = Arrays.copyOf(whole, 20);

        assertThatThrownBy(() -> ImageDecoder.decode(cut))
                .hasMessage(
                        "expected an image, found a damaged one (its data makes no sense, perhaps"
                                + " it is cut off)");
    }

    /** Puts a chunk before the first IDAT. */
    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT") - 4;
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(png.length + 12 + data.length)
                .put(png, 0, at)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .put(png, at, png.length - at)
                .array();
    }

    private static void expectNear(int argb, int red, int green, int blue, int tolerance) {
        assertThat(argb >>> 24).isEqualTo(255);
        assertThat(Math.abs((argb >> 16 & 255) - red)).isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs((argb >> 8 & 255) - green)).isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs((argb & 255) - blue)).isLessThanOrEqualTo(tolerance);
    }

    private static BufferedImage decoded(BufferedImage image, String format) throws IOException {
        return ImageDecoder.decode(encoded(image, format));
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).as("a writer for " + format).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ImageDecoderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static int[] pixels(BufferedImage image) {
        int w = image.getWidth();
        return image.getRGB(0, 0, w, image.getHeight(), null, 0, w);
    }
}
