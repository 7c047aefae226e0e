package latentwilds.training.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Animations store only what is not empty of their pictures. */
class CanvasTest {
    @Test
    void aGifsFirstPictureLiesWhereTheFileSays() throws IOException {
        BufferedImage image = ImageDecoder.decode(gif(10, 12, 3, 5));

        assertThat(image.getWidth()).isEqualTo(10);
        assertThat(image.getHeight()).isEqualTo(12);
        assertThat(image.getRGB(3, 5)).isEqualTo(0xFFFF0000);
        assertThat(image.getRGB(6, 8)).isEqualTo(0xFFFF0000);
        assertThat(image.getRGB(2, 5) >>> 24).isZero();
        assertThat(image.getRGB(7, 8) >>> 24).isZero();
    }

    @Test
    void aPictureThatDoesNotFitItsCanvasStandsForItself() throws IOException {
        BufferedImage image = ImageDecoder.decode(gif(5, 5, 3, 5));

        assertThat(image.getWidth()).isEqualTo(4);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFF0000);
    }

    @Test
    void anEnormousCanvasIsRefused() throws IOException {
        byte[] gif = gif(60_000, 60_000, 3, 5);

        assertThatThrownBy(() -> ImageDecoder.decode(gif))
                .hasMessage("expected at most 67108864 pixels, found 60000 x 60000");
    }

    @Test
    void aWebpsFirstPictureLiesWhereTheFileSays() throws IOException {
        BufferedImage image = ImageDecoder.decode(webp(32, 40, 6, 8));

        assertThat(image.getWidth()).isEqualTo(32);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(image.getRGB(6 + 3, 8 + 3)).isEqualTo(0x80DC281E);
        assertThat(image.getRGB(6 + 12, 8 + 12)).isEqualTo(0xFFC8C8C8);
        assertThat(image.getRGB(31, 39) >>> 24).isZero();
    }

    /** A red picture of 4 x 4 somewhere on a canvas. */
    private static byte[] gif(int width, int height, int left, int top) throws IOException {
        BufferedImage red = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16; i++) {
            red.setRGB(i % 4, i / 4, 0xFF0000);
        }
        byte[] gif = ImageDecoderTest.encoded(red, "gif");
        ByteBuffer bytes = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(6, (short) width).putShort(8, (short) height);
        byte[] descriptor = {0x2C, 0, 0, 0, 0, 4, 0, 4, 0};
        int at = 0;
        while (!Arrays.equals(Arrays.copyOfRange(gif, at, at + 9), descriptor)) {
            at++;
        }
        bytes.putShort(at + 1, (short) left).putShort(at + 3, (short) top);
        return gif;
    }

    /** The still test picture of 16 x 16 as an animation's first; even offsets only. */
    private static byte[] webp(int width, int height, int left, int top) throws IOException {
        byte[] still;
        try (InputStream in = CanvasTest.class.getResourceAsStream("lossless-alpha.webp")) {
            still = in.readAllBytes();
        }
        int at = new String(still, StandardCharsets.ISO_8859_1).indexOf("VP8L");
        byte[] picture = Arrays.copyOfRange(still, at, still.length);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int number : new int[] {left / 2, top / 2, 15, 15, 100}) {
            frame.writeBytes(three(number));
        }
        frame.write(0);
        frame.writeBytes(picture);
        ByteArrayOutputStream canvas = new ByteArrayOutputStream();
        canvas.writeBytes(new byte[] {0x12, 0, 0, 0});
        canvas.writeBytes(three(width - 1));
        canvas.writeBytes(three(height - 1));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(chunk("VP8X", canvas.toByteArray()));
        body.writeBytes(chunk("ANIM", new byte[6]));
        body.writeBytes(chunk("ANMF", frame.toByteArray()));
        return chunk("RIFF", body.toByteArray());
    }

    private static byte[] chunk(String name, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] three(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }
}
