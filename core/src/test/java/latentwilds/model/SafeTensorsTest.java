package latentwilds.model;

import static latentwilds.model.TensorBytes.entry;
import static latentwilds.model.TensorBytes.file;
import static latentwilds.model.TensorBytes.floats;
import static latentwilds.model.TensorBytes.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("some.safetensors");
    }

    @Test
    void aFileMadeByHandIsRead() {
        String header =
                "{\"__metadata__\":{\"who\":\"héron\"},"
                        + entry("a", "F32", "[2,3]", 0, 24)
                        + ","
                        + entry("b", "F16", "[2]", 24, 28)
                        + "}";
        byte[] data = new byte[28];
        System.arraycopy(floats(1, -2, 0.5f, 3e8f, -0f, 1e-40f), 0, data, 0, 24);
        // 1.5 is 3E00 and -2 is C000; the low byte comes first.
        data[25] = 0x3E;
        data[27] = (byte) 0xC0;

        SafeTensors read = SafeTensors.read(write(path, file(header, data)));

        assertThat(read.metadata()).containsExactly(Map.entry("who", "héron"));
        assertThat(read.tensors()).containsOnlyKeys("a", "b");
        assertThat(read.tensors().get("a").shape()).containsExactly(2, 3);
        assertThat(read.tensors().get("a").values())
                .containsExactly(1, -2, 0.5f, 3e8f, -0f, 1e-40f);
        assertThat(read.tensors().get("b").shape()).containsExactly(2);
        assertThat(read.tensors().get("b").values()).containsExactly(1.5f, -2);
    }

    @Test
    void theHeaderMayNameTensorsInAnyOrderAndEndInBlanks() {
        String header =
                "{"
                        + entry("second", "F32", "[1]", 4, 8)
                        + ","
                        + entry("first", "F32", "[1]", 0, 4)
                        + "}     ";

        SafeTensors read = SafeTensors.read(write(path, file(header, floats(7, 8))));

        assertThat(read.tensors().get("first").values()).containsExactly(7);
        assertThat(read.tensors().get("second").values()).containsExactly(8);
    }

    @Test
    void aScalarHasNoDimensions() {
        SafeTensors read =
                SafeTensors.read(
                        write(path, file("{" + entry("s", "F32", "[]", 0, 4) + "}", floats(9))));

        assertThat(read.tensors().get("s").shape()).isEmpty();
        assertThat(read.tensors().get("s").values()).containsExactly(9);
    }

    @Test
    void anEmptyTensorMayLieAnywhereInTheHeader() {
        String header =
                "{"
                        + entry("full", "F32", "[1]", 0, 4)
                        + ","
                        + entry("none", "F32", "[0,5]", 0, 0)
                        + ","
                        + entry("last", "F16", "[3,0]", 4, 4)
                        + "}";

        SafeTensors read = SafeTensors.read(write(path, file(header, floats(1))));

        assertThat(read.tensors()).containsOnlyKeys("full", "none", "last");
        assertThat(read.tensors().get("none").values()).isEmpty();
    }

    @Test
    void aFileWithoutTensorsIsRead() {
        assertThat(SafeTensors.read(write(path, file("{}"))).tensors()).isEmpty();
    }

    @Test
    void theWriterMakesWhatTheFormatAsksFor() throws IOException {
        some().write(path, SafeTensors.Type.F32);

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(bytes.getLong());
        byte[] json = new byte[length];
        bytes.get(json);
        JsonNode header = new ObjectMapper().readTree(json);
        assertThat(json[0]).isEqualTo((byte) '{');
        assertThat(length % 8).isZero();
        assertThat(header.at("/__metadata__/key").textValue()).isEqualTo("value");
        assertThat(header.at("/grid").toString())
                .isEqualTo("{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}");
        assertThat(header.at("/row").toString())
                .isEqualTo("{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]}");
        for (float expected : new float[] {1, 2, 3, 1 / 3f, -5}) {
            assertThat(bytes.getFloat()).isEqualTo(expected);
        }
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        some().write(path, SafeTensors.Type.F32);
        SafeTensors whole = SafeTensors.read(path);
        some().write(path, SafeTensors.Type.F16);
        SafeTensors half = SafeTensors.read(path);

        assertThat(whole.metadata()).isEqualTo(some().metadata());
        assertThat(whole.tensors().get("grid").shape()).containsExactly(2, 2);
        assertThat(whole.tensors().get("grid").values()).containsExactly(1, 2, 3, 1 / 3f);
        assertThat(half.tensors().get("grid").values()).containsExactly(1, 2, 3, 0.33325195f);
        assertThat(half.tensors().get("row").values()).containsExactly(-5);
    }

    @Test
    void writingReplacesTheFileAndLeavesNothingElse() throws IOException {
        Files.writeString(path, "something older and longer than what replaces it".repeat(20));

        some().write(path, SafeTensors.Type.F16);

        assertThat(SafeTensors.read(path).tensors()).hasSize(2);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatAWriterThatDiedLeftBehindIsOverwritten() throws IOException {
        Path left = folder.resolve("some.safetensors.part");
        Files.writeString(left, "half of a longer file".repeat(50));

        some().write(path, SafeTensors.Type.F32);

        assertThat(SafeTensors.read(path).tensors()).hasSize(2);
        assertThat(left).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenLeavesEverythingAsItWas() throws IOException {
        Files.createDirectories(path.resolve("child"));

        assertThatThrownBy(() -> some().write(path, SafeTensors.Type.F32))
                .isInstanceOf(IOException.class);

        assertThat(path.resolve("child")).isDirectory();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    /** But in the checksum's name: files of others have no checksum, and are read all the same. */
    @Test
    void anyFlippedBitOfAWrittenFileIsNoticed() throws IOException {
        some().write(path, SafeTensors.Type.F32);
        byte[] whole = Files.readAllBytes(path);
        String name = "content_sha256";
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf(name);
        for (int i = 0; i < whole.length; i++) {
            if (i >= at && i < at + name.length()) {
                continue;
            }
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            Files.write(path, damaged);

            assertThatThrownBy(() -> SafeTensors.read(path))
                    .as("byte " + i)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(path.toString());
        }
    }

    @Test
    void theChecksumIsTheHashOfTheFileWithZerosInItsPlace() throws Exception {
        some().write(path, SafeTensors.Type.F16);
        byte[] whole = Files.readAllBytes(path);
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("content_sha256") + "content_sha256\":\"".length();
        String checksum = text.substring(at, at + 64);
        Arrays.fill(whole, at, at + 64, (byte) '0');

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(whole, 8, whole.length - 8);

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(checksum);
    }

    private static SafeTensors some() {
        Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
        tensors.put(
                "grid", new SafeTensors.Tensor(new int[] {2, 2}, new float[] {1, 2, 3, 1 / 3f}));
        tensors.put("row", new SafeTensors.Tensor(new int[] {1}, new float[] {-5}));
        return new SafeTensors(tensors, Map.of("key", "value"));
    }
}
