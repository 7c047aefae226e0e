package latentwilds.training.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import latentwilds.training.Fixtures;
import org.junit.jupiter.api.Test;

/** Animated PNG and GIF, taken apart again. */
class FilmTest {
    private static final List<BufferedImage> FRAMES =
            List.of(Fixtures.image(9, 7, 1), Fixtures.image(9, 7, 2), Fixtures.image(9, 7, 3));

    private record Chunk(String name, byte[] data) {}

    @Test
    void anAnimatedPngHoldsEveryFrameExactly() throws IOException {
        byte[] file = ApngFile.bytes(FRAMES, 2, 12, true);

        List<Chunk> chunks = chunks(file);
        assertThat(chunks.stream().map(Chunk::name))
                .containsExactly(
                        "IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND");
        assertThat(chunks.get(1).data).containsExactly(0, 0, 0, 3, 0, 0, 0, 0);
        int sequence = 0;
        for (Chunk chunk : chunks) {
            if (chunk.name.equals("fcTL") || chunk.name.equals("fdAT")) {
                assertThat(ByteBuffer.wrap(chunk.data).getInt()).isEqualTo(sequence++);
            }
        }
        assertThat(ByteBuffer.wrap(chunks.get(2).data).getShort(22)).isEqualTo((short) 12);
        assertSame(ImageIO.read(new ByteArrayInputStream(file)), FRAMES.get(0));
        byte[] second = Arrays.copyOfRange(chunks.get(5).data, 4, chunks.get(5).data.length);
        assertSame(png(chunks.get(0).data, second), FRAMES.get(1));
        assertThat(chunks(ApngFile.bytes(FRAMES, 2, 12, false)).get(1).data[7]).isEqualTo((byte) 1);
    }

    @Test
    void aGifOfFewColoursIsExactAndKeepsItsTransparency() throws IOException {
        byte[] file = GifFile.bytes(FRAMES, 2, 12, true);

        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            for (int i = 0; i < 3; i++) {
                assertSame(reader.read(i), FRAMES.get(i));
            }
            IIOMetadataNode root =
                    (IIOMetadataNode)
                            reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode control =
                    (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("8");
            assertThat(root.getElementsByTagName("ApplicationExtension").getLength()).isEqualTo(1);
        }
    }

    @Test
    void aGifOfManyColoursComesClose() throws IOException {
        BufferedImage smooth = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            smooth.setRGB(i % 64, i / 64, i % 64 * 4 << 16 | i / 64 * 4 << 8 | 128);
        }

        BufferedImage read =
                ImageIO.read(
                        new ByteArrayInputStream(GifFile.bytes(List.of(smooth), 1, 12, false)));

        double[] sums = new double[2];
        for (int i = 0; i < 64 * 64; i++) {
            for (int c = 0; c < 2; c++) {
                int shift = 16 - 8 * c;
                int is = read.getRGB(i % 64, i / 64) >> shift & 255;
                int was = smooth.getRGB(i % 64, i / 64) >> shift & 255;
                assertThat(Math.abs(is - was)).isLessThan(40);
                sums[c] += is - was;
            }
        }
        // Dithering errs to both sides.
        assertThat(Math.abs(sums[0]) / 4096).isLessThan(1);
        assertThat(Math.abs(sums[1]) / 4096).isLessThan(1);
    }

    @Test
    void aFrameWithNothingInItIsNoError() throws IOException {
        BufferedImage nothing = new BufferedImage(3, 3, BufferedImage.TYPE_INT_ARGB);

        byte[] file = GifFile.bytes(List.of(nothing), 1, 12, false);

        assertThat(ImageIO.read(new ByteArrayInputStream(file)).getRGB(1, 1) >>> 24).isZero();
    }

    /** Twice as large, transparent where it was transparent. */
    private static void assertSame(BufferedImage is, BufferedImage was) {
        assertThat(is.getWidth()).isEqualTo(2 * was.getWidth());
        assertThat(is.getHeight()).isEqualTo(2 * was.getHeight());
        for (int i = 0; i < is.getWidth() * is.getHeight(); i++) {
            int x = i % is.getWidth();
            int y = i / is.getWidth();
            int expected = was.getRGB(x / 2, y / 2);
            assertThat(is.getRGB(x, y) >>> 24).isEqualTo(expected >>> 24);
            if (expected >>> 24 == 255) {
                assertThat(is.getRGB(x, y)).isEqualTo(expected);
            }
        }
    }

    private static List<Chunk> chunks(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).position(8);
        List<Chunk> chunks = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] data = new byte[bytes.getInt()];
            byte[] name = new byte[4];
            bytes.get(name).get(data);
            CRC32 crc = new CRC32();
            crc.update(name);
            crc.update(data);
            assertThat(bytes.getInt()).isEqualTo((int) crc.getValue());
            chunks.add(new Chunk(new String(name, StandardCharsets.US_ASCII), data));
        }
        return chunks;
    }

    private static BufferedImage png(byte[] header, byte[] pixels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        for (Chunk chunk :
                List.of(
                        new Chunk("IHDR", header),
                        new Chunk("IDAT", pixels),
                        new Chunk("IEND", new byte[0]))) {
            byte[] name = chunk.name.getBytes(StandardCharsets.US_ASCII);
            CRC32 crc = new CRC32();
            crc.update(name);
            crc.update(chunk.data);
            out.writeInt(chunk.data.length);
            out.write(name);
            out.write(chunk.data);
            out.writeInt((int) crc.getValue());
        }
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
