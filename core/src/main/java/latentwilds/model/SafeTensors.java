package latentwilds.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors file format: an 8-byte little-endian header length, a JSON header, and the
 * tensors' bytes with no holes. Nothing in it is executed. Sizes are checked against the real file
 * length before anything large is allocated.
 *
 * <p>What {@link #write} writes has the metadata {@code content_sha256}: the SHA-256 of the header,
 * with 64 zeros in that place, and the tensors' bytes. {@link #read} compares it where it is there,
 * so that silent damage is noticed, and does not hand it on.
 *
 * @param tensors name to tensor, in file order
 * @param metadata free text
 * @see <a href="https://github.com/huggingface/safetensors#format">the format's description</a>
 */
public record SafeTensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final int MAX_HEADER = 1 << 20;
    private static final long MAX_FILE = 1L << 34;
    private static final long MAX_TENSOR = Integer.MAX_VALUE;
    private static final String METADATA = "__metadata__";
    private static final String CHECKSUM = "content_sha256";
    private static final String NO_CHECKSUM = "0".repeat(64);
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Number formats that generators use. */
    public enum Type {
        /** 32-bit floats. */
        F32(4),
        /** 16-bit floats. */
        F16(2);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    /**
     * One tensor, widened to floats.
     *
     * @param shape dimensions, outermost first
     * @param values row-major; shared, not copied
     */
    public record Tensor(int[] shape, float[] values) {}

    /**
     * Reads a whole file.
     *
     * @param file where
     * @return its tensors and metadata
     * @throws ModelException naming the file, the field, what was expected and found
     */
    public static SafeTensors read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = channel.size();
            check(length >= 8, file, "length", "at least 8 bytes", length);
            check(length <= MAX_FILE, file, "length", "at most " + MAX_FILE + " bytes", length);
            long headerLength = bytes(channel, 0, 8).getLong();
            check(
                    headerLength >= 2 && headerLength <= Math.min(MAX_HEADER, length - 8),
                    file,
                    "header length",
                    "2 to " + Math.min(MAX_HEADER, length - 8),
                    Long.toUnsignedString(headerLength));
            byte[] header = bytes(channel, 8, (int) headerLength).array();
            check(
                    header[0] == '{',
                    file,
                    "header",
                    "JSON that starts with '{'",
                    "byte " + header[0]);
            return parse(file, channel, header, 8 + headerLength, length);
        } catch (NoSuchFileException e) {
            throw new ModelException(
                    "%s: expected a model file, found nothing. Export one with ./train export"
                            .formatted(file),
                    e);
        } catch (IOException e) {
            throw new ModelException("%s: cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static SafeTensors parse(
            Path file, FileChannel channel, byte[] header, long dataStart, long length)
            throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(new String(header, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    "%s: header: expected JSON, found: %s".formatted(file, e.getOriginalMessage()),
                    e);
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (var field : root.properties()) {
            if (field.getKey().equals(METADATA)) {
                check(
                        field.getValue().isObject(),
                        file,
                        METADATA,
                        "an object",
                        field.getValue().getNodeType());
                for (var item : field.getValue().properties()) {
                    check(
                            item.getValue().isTextual(),
                            file,
                            METADATA + "." + item.getKey(),
                            "text",
                            item.getValue().getNodeType());
                    metadata.put(item.getKey(), item.getValue().textValue());
                }
            } else {
                entries.add(entry(file, field.getKey(), field.getValue()));
            }
        }
        // By end too: an empty tensor begins where the next one does.
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long expected = 0;
        for (Entry entry : entries) {
            check(
                    entry.begin == expected,
                    file,
                    entry.name + ".data_offsets",
                    "to begin at " + expected,
                    entry.begin);
            expected = entry.end;
        }
        long found = length - dataStart;
        if (expected != found) {
            throw new ModelException(
                    "%s: data: expected %d bytes, found %d; the file is truncated or damaged, copy it again"
                            .formatted(file, expected, found));
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        String checksum = metadata.remove(CHECKSUM);
        MessageDigest digest = sha256();
        digest.update(withChecksum(header, checksum, NO_CHECKSUM));
        for (Entry entry : entries) {
            int size = Math.toIntExact(entry.end - entry.begin);
            ByteBuffer data = bytes(channel, dataStart + entry.begin, size);
            digest.update(data.duplicate());
            tensors.put(entry.name, new Tensor(entry.shape, decode(data, entry.type)));
        }
        String computed = HexFormat.of().formatHex(digest.digest());
        check(
                checksum == null || checksum.equals(computed),
                file,
                METADATA + "." + CHECKSUM,
                checksum,
                computed);
        return new SafeTensors(tensors, metadata);
    }

    /** A method of its own, small enough to be compiled soon. */
    private static float[] decode(ByteBuffer data, Type type) {
        float[] values = new float[data.remaining() / type.bytes];
        if (type == Type.F32) {
            data.asFloatBuffer().get(values);
            return values;
        }
        short[] halves = new short[values.length];
        data.asShortBuffer().get(halves);
        for (int i = 0; i < values.length; i++) {
            values[i] = Half.toFloat(halves[i]);
        }
        return values;
    }

    /** The header's bytes with another checksum in the first place where the old one stands. */
    private static byte[] withChecksum(byte[] header, String old, String checksum) {
        if (old == null) {
            return header;
        }
        String text = new String(header, StandardCharsets.UTF_8);
        String before = "\"" + CHECKSUM + "\":\"" + old + "\"";
        String after = "\"" + CHECKSUM + "\":\"" + checksum + "\"";
        int at = text.indexOf(before);
        return at < 0
                ? header
                : (text.substring(0, at) + after + text.substring(at + before.length()))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private record Entry(String name, Type type, int[] shape, long begin, long end) {}

    private static Entry entry(Path file, String name, JsonNode node) {
        check(
                node.isObject() && node.size() == 3,
                file,
                name,
                "dtype, shape and data_offsets",
                node.getNodeType() + " of " + node.size());
        String dtype = node.path("dtype").asText();
        Type type = null;
        for (Type t : Type.values()) {
            type = t.name().equals(dtype) ? t : type;
        }
        check(
                type != null,
                file,
                name + ".dtype",
                "one of " + Arrays.toString(Type.values()),
                dtype);
        long size = type.bytes;
        JsonNode dimensions = node.path("shape");
        check(dimensions.isArray(), file, name + ".shape", "a list", dimensions.getNodeType());
        check(dimensions.size() <= 8, file, name + ".shape", "at most 8", dimensions.size());
        int[] shape = new int[dimensions.size()];
        for (int i = 0; i < shape.length; i++) {
            JsonNode d = dimensions.get(i);
            check(
                    d.isIntegralNumber() && d.canConvertToInt() && d.intValue() >= 0,
                    file,
                    name + ".shape",
                    "whole numbers",
                    d);
            shape[i] = d.intValue();
            size = size > MAX_TENSOR ? size : size * shape[i];
        }
        check(
                size <= MAX_TENSOR,
                file,
                name + ".shape",
                "at most " + MAX_TENSOR + " bytes",
                dimensions);
        JsonNode offsets = node.path("data_offsets");
        check(
                offsets.isArray()
                        && offsets.size() == 2
                        && offsets.get(0).isIntegralNumber()
                        && offsets.get(0).canConvertToLong()
                        && offsets.get(1).isIntegralNumber()
                        && offsets.get(1).canConvertToLong(),
                file,
                name + ".data_offsets",
                "two whole numbers",
                offsets);
        long begin = offsets.get(0).longValue();
        long end = offsets.get(1).longValue();
        check(
                begin >= 0 && end >= begin && end - begin == size,
                file,
                name + ".data_offsets",
                size + " bytes (from shape and dtype)",
                offsets);
        return new Entry(name, type, shape, begin, end);
    }

    /**
     * Writes a file so that it is either whole or as it was ({@link WholeFile}), with a checksum.
     *
     * @param file where; replaced if it exists
     * @param type number format of all tensors
     * @throws IOException if it cannot be written; what was there before is untouched
     */
    public void write(Path file, Type type) throws IOException {
        byte[] header = header(type);
        MessageDigest digest = sha256();
        digest.update(header);
        long length = Long.BYTES + (long) header.length;
        for (Tensor tensor : tensors.values()) {
            ByteBuffer data = encode(tensor.values(), type);
            length += data.remaining();
            digest.update(data);
        }
        if (length > MAX_FILE) {
            throw new IOException(
                    "%d bytes are more than the %d that can be read".formatted(length, MAX_FILE));
        }
        String checksum = HexFormat.of().formatHex(digest.digest());
        ByteBuffer head =
                ByteBuffer.allocate(Long.BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(header.length).put(withChecksum(header, NO_CHECKSUM, checksum)).flip();
        WholeFile.write(
                file,
                channel -> {
                    WholeFile.append(channel, head);
                    for (Tensor tensor : tensors.values()) {
                        WholeFile.append(channel, encode(tensor.values(), type));
                    }
                });
    }

    /** As JSON, padded with blanks, so that the numbers are aligned for readers that map files. */
    private byte[] header(Type type) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode meta = root.putObject(METADATA);
        meta.put(CHECKSUM, NO_CHECKSUM);
        metadata.forEach(meta::put);
        long offset = 0;
        for (var e : tensors.entrySet()) {
            ObjectNode node = root.putObject(e.getKey());
            node.put("dtype", type.name());
            var shape = node.putArray("shape");
            Arrays.stream(e.getValue().shape()).forEach(shape::add);
            long end = offset + (long) e.getValue().values().length * type.bytes;
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JSON.writeValueAsBytes(root);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static ByteBuffer encode(float[] values, Type type) {
        ByteBuffer data =
                ByteBuffer.allocate(values.length * type.bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (type == Type.F32) {
                data.putFloat(value);
            } else {
                data.putShort(Half.fromFloat(value));
            }
        }
        return data.flip();
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private static void check(boolean ok, Path file, String field, Object expected, Object found) {
        if (!ok) {
            throw new ModelException(
                    "%s: %s: expected %s, found %s; the file is damaged or not a model, copy or export it again"
                            .formatted(file, field, expected, found));
        }
    }
}
