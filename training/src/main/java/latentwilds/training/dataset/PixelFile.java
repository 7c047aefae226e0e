package latentwilds.training.dataset;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;

/**
 * The decoded images of a set in one file, {@code pixels.bin}, mapped into memory, so that the
 * operating system keeps of it what there is room for. It can be made again at any time: a file
 * that is not whole, or of another set, is replaced.
 *
 * <p>Layout, big endian: the key (SHA-256 of what it was made from), the number of images, bytes
 * per image; CRC-32C of each image; CRC-32C of everything so far; the images.
 */
final class PixelFile {
    static final String NAME = "pixels.bin";
    private static final int KEY = 32;
    private static final int CHUNK = 1 << 30;

    private final int length;
    private final int[] checks;
    private final int perChunk;
    private final List<MappedByteBuffer> chunks = new ArrayList<>();

    private PixelFile(FileChannel channel, int length, int[] checks) throws IOException {
        this.length = length;
        this.checks = checks;
        perChunk = Math.max(1, CHUNK / length);
        long start = headLength(checks.length);
        for (int first = 0; first < checks.length; first += perChunk) {
            long images = Math.min(perChunk, checks.length - first);
            chunks.add(
                    channel.map(
                            FileChannel.MapMode.READ_ONLY,
                            start + (long) first * length,
                            images * length));
        }
    }

    /** Opens it, or makes it first where it is missing, not whole, or of another set. */
    static PixelFile open(Path file, byte[] key, int count, int length, IntFunction<byte[]> decoded)
            throws IOException {
        PixelFile whole = whole(file, key, count, length);
        if (whole != null) {
            return whole;
        }
        Path part = file.resolveSibling(NAME + ".part");
        try {
            write(part, key, count, length, decoded);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        PixelFile made = whole(file, key, count, length);
        if (made == null) {
            throw new IOException("expected what was just written, found something else");
        }
        return made;
    }

    private static PixelFile whole(Path file, byte[] key, int count, int length)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int headLength = headLength(count);
            if (channel.size() != headLength + (long) count * length) {
                return null;
            }
            ByteBuffer head = ByteBuffer.allocate(headLength);
            while (head.hasRemaining()) {
                if (channel.read(head) < 0) {
                    return null;
                }
            }
            byte[] bytes = head.array();
            boolean ours = Arrays.equals(bytes, 0, KEY, key, 0, KEY);
            boolean intact = check(bytes, headLength - 4) == head.getInt(headLength - 4);
            if (!ours || !intact || head.getInt(KEY) != count || head.getInt(KEY + 4) != length) {
                return null;
            }
            int[] checks = new int[count];
            head.position(KEY + 8).slice().asIntBuffer().get(checks);
            return new PixelFile(channel, length, checks);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Images first, behind room for the head: their checks are known only afterwards. */
    private static void write(
            Path file, byte[] key, int count, int length, IntFunction<byte[]> decoded)
            throws IOException {
        int headLength = headLength(count);
        ByteBuffer head = ByteBuffer.allocate(headLength).put(key).putInt(count).putInt(length);
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            out.write(new byte[headLength]);
            for (int i = 0; i < count; i++) {
                byte[] pixels = decoded.apply(i);
                head.putInt(check(pixels, length));
                out.write(pixels, 0, length);
            }
        }
        head.putInt(check(head.array(), headLength - 4)).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (head.hasRemaining()) {
                channel.write(head);
            }
            channel.force(true);
        }
    }

    private static int headLength(int count) {
        return Math.addExact(KEY + 8 + 4, Math.multiplyExact(4, count));
    }

    private static int check(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** One image, or null where the file does not hold what was written. */
    byte[] read(int index) {
        byte[] pixels = new byte[length];
        chunks.get(index / perChunk).get(index % perChunk * length, pixels);
        return check(pixels, length) == checks[index] ? pixels : null;
    }
}
