package latentwilds.training.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * TensorFlow's record framing: length (8 bytes), masked CRC-32C of the length (4), the content,
 * masked CRC-32C of the content (4), all little endian. A record that is cut off is seen as such.
 */
final class TfRecord {
    private static final int MASK = 0xA282EAD8;
    private static final int FRAME = 8 + 4 + 4;

    private TfRecord() {}

    static byte[] of(byte[] content) {
        ByteBuffer record =
                ByteBuffer.allocate(content.length + FRAME).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(content.length);
        record.putInt(masked(record.array(), 8));
        record.put(content);
        return record.putInt(masked(content, content.length)).array();
    }

    /** Rotated and shifted, so that a CRC over data that holds CRCs stays a good one. */
    private static int masked(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }
}
