package latentwilds.training.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One protocol buffer message in the making: the few wire types that an event needs. The encoding
 * is that of protobuf.dev/programming-guides/encoding: a key {@code (field << 3) | wire type}, then
 * the value, little endian. Used by one thread.
 */
final class ProtoBytes {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ProtoBytes number(int field, long value) {
        key(field, VARINT);
        varint(value);
        return this;
    }

    ProtoBytes real64(int field, double value) {
        key(field, FIXED64);
        return append(little(8).putDouble(value).array());
    }

    ProtoBytes real32(int field, float value) {
        key(field, FIXED32);
        return append(little(4).putFloat(value).array());
    }

    ProtoBytes text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoBytes message(int field, ProtoBytes value) {
        return bytes(field, value.toArray());
    }

    ProtoBytes bytes(int field, byte[] value) {
        key(field, LENGTH);
        varint(value.length);
        return append(value);
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }

    private void key(int field, int type) {
        varint((long) field << 3 | type);
    }

    /** Seven bits a byte, lowest first; the eighth says that more follow. */
    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private ProtoBytes append(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
