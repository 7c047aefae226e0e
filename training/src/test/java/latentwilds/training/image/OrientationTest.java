package latentwilds.training.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    /** Where the stored picture's top left and top right corners are seen, by the standard. */
    @ParameterizedTest
    @CsvSource({
        "1, 48, 32, topLeft, topRight",
        "2, 48, 32, topRight, topLeft",
        "3, 48, 32, bottomRight, bottomLeft",
        "4, 48, 32, bottomLeft, bottomRight",
        "5, 32, 48, topLeft, bottomLeft",
        "6, 32, 48, topRight, bottomRight",
        "7, 32, 48, bottomRight, topRight",
        "8, 32, 48, bottomLeft, topLeft"
    })
    void aPictureIsTurnedAsItWasSeen(int tag, int width, int height, String red, String green)
            throws IOException {
        BufferedImage upright = ImageDecoder.decode(withOrientation(stored(), tag));

        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        assertThat(corner(upright, red) >> 16 & 255).as("red").isGreaterThan(200);
        assertThat(corner(upright, green) >> 8 & 255).as("green").isGreaterThan(200);
    }

    @Test
    void nonsenseIsIgnored() throws IOException {
        assertThat(ImageDecoder.decode(withOrientation(stored(), 77)).getWidth()).isEqualTo(48);
    }

    /** 48 x 32: red at the top left, green at the top right, black elsewhere. */
    private static byte[] stored() throws IOException {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                image.setRGB(x, y, 0xFF0000);
                image.setRGB(47 - x, y, 0x00FF00);
            }
        }
        return ImageDecoderTest.encoded(image, "jpeg");
    }

    private static int corner(BufferedImage image, String name) {
        int x = name.endsWith("Left") ? 4 : image.getWidth() - 5;
        int y = name.startsWith("top") ? 4 : image.getHeight() - 5;
        return image.getRGB(x, y);
    }

    /** An APP1 segment with one TIFF entry, straight after the start of the file. */
    private static byte[] withOrientation(byte[] jpeg, int tag) {
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) tag)
                .putShort((short) 0)
                .putInt(0)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
