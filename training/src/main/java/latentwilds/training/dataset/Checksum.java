package latentwilds.training.dataset;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * SHA-256 over what an image shows and what a set holds, not over files: another PNG writer does
 * not change it.
 */
public final class Checksum {
    private Checksum() {}

    /**
     * Of one image: its width, height and pixels as ARGB, each 32 bits, big endian, row by row.
     *
     * @param image straight alpha
     * @return 64 hexadecimal digits
     */
    public static String pixels(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        ByteBuffer bytes = ByteBuffer.allocate(4 * (2 + w * h)).putInt(w).putInt(h);
        for (int pixel : image.getRGB(0, 0, w, h, null, 0, w)) {
            bytes.putInt(pixel);
        }
        return hex(sha256().digest(bytes.array()));
    }

    /**
     * Of a list: each line in UTF-8, ended by a line feed.
     *
     * @param lines in order
     * @return 64 hexadecimal digits
     */
    public static String lines(Stream<String> lines) {
        MessageDigest digest = sha256();
        lines.forEach(l -> digest.update((l + "\n").getBytes(StandardCharsets.UTF_8)));
        return hex(digest.digest());
    }

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
