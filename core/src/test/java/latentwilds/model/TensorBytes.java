package latentwilds.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Safetensors files made byte by byte, as the format's description says, without the writer. */
final class TensorBytes {
    private TensorBytes() {}

    /** A file whose header length is the truth. */
    static byte[] file(String header, byte... data) {
        return file(header.getBytes(StandardCharsets.UTF_8).length, header, data);
    }

    /** A file that may lie about its header's length. */
    static byte[] file(long headerLength, String header, byte... data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[8 + json.length + data.length];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (headerLength >>> 8 * i);
        }
        System.arraycopy(json, 0, bytes, 8, json.length);
        System.arraycopy(data, 0, bytes, 8 + json.length, data.length);
        return bytes;
    }

    static byte[] floats(float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    /** Writes over the file, without creating a new one each time. */
    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An entry of the header. */
    static String entry(String name, String dtype, String shape, long begin, long end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, dtype, shape, begin, end);
    }
}
