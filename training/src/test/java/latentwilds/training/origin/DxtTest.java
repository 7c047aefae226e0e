package latentwilds.training.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DxtTest {
    private static final int RED = 31 << 11;
    private static final int BLUE = 31;

    @Test
    void aFallingPairHasTwoColoursBetween() throws IOException {
        Raster image = Dxt.decode(dds("DXT1", 4, 4, block(RED, BLUE, 0b11_10_01_00)));

        assertThat(Arrays.copyOf(image.argb(), 4))
                .containsExactly(0xFFFF0000, 0xFF0000FF, 0xFFAA0055, 0xFF5500AA);
    }

    @Test
    void aRisingPairHasOneBetweenAndBlack() throws IOException {
        Raster image = Dxt.decode(dds("DXT1", 4, 4, block(BLUE, RED, 0b11_10_01_00)));

        assertThat(Arrays.copyOf(image.argb(), 4))
                .containsExactly(0xFF0000FF, 0xFFFF0000, 0xFF7F007F, 0xFF000000);
    }

    @Test
    void withAlphaBlocksAPairAlwaysHasTwoBetween() throws IOException {
        byte[] alpha = {1, 2, 3, 4, 5, 6, 7, 8};

        Raster image = Dxt.decode(dds("DXT5", 4, 4, alpha, block(BLUE, RED, 0b11_10_01_00)));

        assertThat(Arrays.copyOf(image.argb(), 4))
                .containsExactly(0xFF0000FF, 0xFFFF0000, 0xFF5500AA, 0xFFAA0055);
    }

    @Test
    void blocksStandInRows() throws IOException {
        byte[] red = block(RED, RED, 0);
        byte[] blue = block(BLUE, BLUE, 0);

        Raster image = Dxt.decode(dds("DXT1", 8, 8, red, blue, blue, red));

        assertThat(image.argb()[3]).isEqualTo(0xFFFF0000);
        assertThat(image.argb()[4]).isEqualTo(0xFF0000FF);
        assertThat(image.argb()[4 * 8 + 3]).isEqualTo(0xFF0000FF);
        assertThat(image.argb()[7 * 8 + 7]).isEqualTo(0xFFFF0000);
    }

    @Test
    void whatIsNotOneIsRefused() {
        assertThatThrownBy(() -> Dxt.decode(new byte[200]))
                .hasMessage("expected a DDS image, found something else");
        assertThatThrownBy(() -> Dxt.decode(dds("DXT3", 4, 4, new byte[16])))
                .hasMessage("expected DXT1 or DXT5 blocks, found 0x33545844");
        assertThatThrownBy(() -> Dxt.decode(dds("DXT1", 400, 400, new byte[8])))
                .hasMessage("expected 400 x 400 pixels in blocks of 4 x 4, found 136 bytes");
    }

    private static byte[] block(int first, int second, int codes) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) first)
                .putShort((short) second)
                .putInt(codes)
                .array();
    }

    private static byte[] dds(String kind, int width, int height, byte[]... blocks) {
        int length = 128 + Arrays.stream(blocks).mapToInt(b -> b.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("DDS ".getBytes(StandardCharsets.US_ASCII)).putInt(12, height).putInt(16, width);
        file.position(84).put(kind.getBytes(StandardCharsets.US_ASCII)).position(128);
        Arrays.stream(blocks).forEach(file::put);
        return file.array();
    }
}
