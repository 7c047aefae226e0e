package latentwilds.model;

import static latentwilds.model.TensorBytes.entry;
import static latentwilds.model.TensorBytes.file;
import static latentwilds.model.TensorBytes.floats;
import static latentwilds.model.TensorBytes.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that lie: an error that names the file, never a crash, never a large allocation. */
class SafeTensorsDamageTest {
    private static final long LARGE = 4 << 20;
    private static final byte[] WHOLE =
            file(
                    "{\"__metadata__\":{\"a\":\"b\"},"
                            + entry("w", "F32", "[2,2]", 0, 16)
                            + ","
                            + entry("h", "F16", "[4]", 16, 24)
                            + "}  ",
                    Arrays.copyOf(floats(1, 2, 3, 4), 24));

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void readOnceSoThatLoadingClassesIsNotMeasured() {
        path = folder.resolve("some.safetensors");
        SafeTensors.read(write(path, WHOLE));
    }

    @Test
    void aFileCutAtAnyLengthIsRefused() {
        assertThat(SafeTensors.read(write(path, WHOLE)).tensors()).hasSize(2);
        for (int length = 0; length < WHOLE.length; length++) {
            write(path, Arrays.copyOf(WHOLE, length));
            assertThat(refused()).as("cut to " + length).isTrue();
        }
    }

    @Test
    void aFileWithBytesTooManyIsRefused() {
        for (int length = WHOLE.length + 1; length < WHOLE.length + 20; length++) {
            write(path, Arrays.copyOf(WHOLE, length));
            assertThat(refused()).as("padded to " + length).isTrue();
        }
    }

    @Test
    void anyFlippedBitIsReadOrRefusedAndNothingElse() {
        int refusals = 0;
        for (int i = 0; i < WHOLE.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = WHOLE.clone();
                damaged[i] ^= (byte) (1 << bit);
                write(path, damaged);
                refusals += refused() ? 1 : 0;
            }
        }
        assertThat(refusals).isGreaterThan(WHOLE.length * 8 / 2);
    }

    @Test
    void anyTwoWrongBytesAreReadOrRefusedAndNothingElse() {
        Random random = new Random(31);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = WHOLE.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            damaged[8 + random.nextInt(damaged.length - 8)] = (byte) (' ' + random.nextInt(95));
            write(path, damaged);
            refused();
        }
    }

    static Stream<Arguments> lies() {
        String good = entry("w", "F32", "[1]", 0, 4);
        byte[] four = new byte[4];
        return Stream.of(
                lie("an empty file", new byte[0], "length"),
                lie("no header", file(0, ""), "header length"),
                lie("a header of one byte", file(1, "{}"), "header length"),
                lie("a header longer than the file", file(1000, "{}"), "header length"),
                lie("a header of 2^63 bytes", file(Long.MIN_VALUE, "{}"), "header length"),
                lie("a header of 2^64 - 1 bytes", file(-1, "{}"), "18446744073709551615"),
                lie("a header of 2^62 bytes", file(1L << 62, "{}"), "header length"),
                lie("a large header", file("{}" + " ".repeat(1 << 20)), "header length"),
                lie("a header that is a list", file("[]"), "header"),
                lie("a header that begins with a blank", file(" {}"), "header"),
                lie("half a header", file("{\"w\":"), "header"),
                lie("two headers", file("{}{}"), "header"),
                lie("a deep header", file("{\"w\":" + "[".repeat(100_000)), "header"),
                lie("the same tensor twice", file("{" + good + "," + good + "}", four), "'w'"),
                lie("metadata that is a number", file("{\"__metadata__\":1}"), "__metadata__"),
                lie("metadata in metadata", file("{\"__metadata__\":{\"a\":{}}}"), "a"),
                lie("a tensor that is a number", file("{\"w\":1}"), "w"),
                lie("a tensor without offsets", file("{\"w\":{\"dtype\":\"F32\"}}"), "w"),
                lie(
                        "a tensor with one field more",
                        file(
                                "{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}}",
                                four),
                        "w"),
                lie("another number format", tensor("F64", "[1]", "[0,8]", 8), "w.dtype"),
                lie("a shape that is a number", tensor("F32", "1", "[0,4]", 4), "w.shape"),
                lie("a negative dimension", tensor("F32", "[-1]", "[0,4]", 4), "w.shape"),
                lie("half a dimension", tensor("F32", "[0.5]", "[0,2]", 2), "w.shape"),
                lie("a dimension in words", tensor("F32", "[\"1\"]", "[0,4]", 4), "w.shape"),
                lie(
                        "a dimension beyond ints",
                        tensor("F32", "[4294967297]", "[0,4]", 4),
                        "w.shape"),
                lie(
                        "too many dimensions",
                        tensor("F32", "[1,1,1,1,1,1,1,1,1]", "[0,4]", 4),
                        "shape"),
                lie(
                        "2^64 values",
                        tensor("F32", "[65536,65536,65536,65536]", "[0,0]", 0),
                        "w.shape"),
                lie("2^30 values", tensor("F32", "[1073741824]", "[0,4294967296]", 0), "w.shape"),
                lie("2^28 values", tensor("F32", "[268435456]", "[0,1073741824]", 4), "data"),
                lie("offsets of another size", tensor("F32", "[1]", "[0,8]", 8), "w.data_offsets"),
                lie("offsets too near", tensor("F32", "[2]", "[0,4]", 4), "w.data_offsets"),
                lie("offsets backwards", tensor("F32", "[1]", "[4,0]", 4), "w.data_offsets"),
                lie("a negative offset", tensor("F32", "[1]", "[-4,0]", 4), "w.data_offsets"),
                lie("one offset", tensor("F32", "[1]", "[4]", 4), "w.data_offsets"),
                lie("three offsets", tensor("F32", "[1]", "[0,4,4]", 4), "w.data_offsets"),
                lie("offsets in words", tensor("F32", "[1]", "[\"0\",\"4\"]", 4), "w.data_offsets"),
                lie("a late start", tensor("F32", "[1]", "[4,8]", 8), "w.data_offsets"),
                lie(
                        "offsets at the end of all longs",
                        tensor("F32", "[1]", "[9223372036854775803,9223372036854775807]", 4),
                        "w.data_offsets"),
                lie("a hole", two(0, 4, 8, 12, 12), "v.data_offsets"),
                lie("an overlap", two(0, 4, 2, 6, 6), "v.data_offsets"),
                lie("the same place twice", two(0, 4, 0, 4, 4), "data_offsets"),
                lie("bytes that nobody owns", tensor("F32", "[1]", "[0,4]", 5), "data"),
                lie("bytes that are missing", tensor("F32", "[1]", "[0,4]", 3), "data"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aLieIsRefusedNamingFileAndField(String what, byte[] bytes, String field) {
        write(path, bytes);

        assertThat(refused()).isTrue();
        assertThatThrownBy(() -> SafeTensors.read(path))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(field)
                .hasMessageContaining("expected")
                .hasMessageContaining("found");
    }

    @Test
    void aMissingFileAndAFolderAreNamed() throws IOException {
        Files.delete(path);
        assertThatThrownBy(() -> SafeTensors.read(path))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(path + ": expected a model file, found nothing");
        assertThatThrownBy(() -> SafeTensors.read(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.toString());
    }

    /** Reads the file; anything but tensors or a {@link ModelException} fails the test. */
    private boolean refused() {
        long before = memory.getCurrentThreadAllocatedBytes();
        String message = null;
        try {
            SafeTensors.read(path);
        } catch (ModelException e) {
            message = e.getMessage();
        }
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(LARGE);
        assertThat(message == null || message.contains(path.toString())).as(message).isTrue();
        return message != null;
    }

    private static Arguments lie(String what, byte[] bytes, String field) {
        return arguments(what, bytes, field);
    }

    private static byte[] tensor(String dtype, String shape, String offsets, int dataBytes) {
        return file(
                "{\"w\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}"
                        .formatted(dtype, shape, offsets),
                new byte[dataBytes]);
    }

    private static byte[] two(long begin, long end, long nextBegin, long nextEnd, int dataBytes) {
        return file(
                "{"
                        + entry("w", "F32", "[1]", begin, end)
                        + ","
                        + entry("v", "F32", "[1]", nextBegin, nextEnd)
                        + "}",
                new byte[dataBytes]);
    }
}
