package latentwilds.training.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Films as animated PNG (PNG specification, third edition): the chunks acTL, fcTL and fdAT round
 * frames that the JDK has encoded. Where animation is not understood, the first frame is shown.
 */
public final class ApngFile {
    private static final int SIGNATURE = 8;
    private static final int FOREVER = 0;
    private static final int ONCE = 1;

    private ApngFile() {}

    /**
     * Encodes a film.
     *
     * @param frames at least one, of one size and one type
     * @param zoom pixels of the film per pixel and side
     * @param fps frames per second
     * @param loop whether it plays for ever, or once
     * @return the content of a file
     * @throws IOException if a frame cannot be encoded
     */
    public static byte[] bytes(List<BufferedImage> frames, int zoom, int fps, boolean loop)
            throws IOException {
        byte[] first = PngFile.bytes(Enlarged.by(zoom, frames.get(0)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(first, 0, SIGNATURE);
        chunk(out, "IHDR", content(first, "IHDR"));
        chunk(out, "acTL", ints(frames.size(), loop ? FOREVER : ONCE));
        int sequence = 0;
        for (int i = 0; i < frames.size(); i++) {
            BufferedImage frame = Enlarged.by(zoom, frames.get(i));
            chunk(out, "fcTL", control(sequence++, frame, fps));
            byte[] pixels = content(i == 0 ? first : PngFile.bytes(frame), "IDAT");
            if (i == 0) {
                chunk(out, "IDAT", pixels);
            } else {
                ByteBuffer data = ByteBuffer.allocate(4 + pixels.length);
                chunk(out, "fdAT", data.putInt(sequence++).put(pixels).array());
            }
        }
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /** Size, no offset, delay, then: leave the frame, and replace what was there, alpha and all. */
    private static byte[] control(int sequence, BufferedImage frame, int fps) {
        return ByteBuffer.allocate(26)
                .putInt(sequence)
                .putInt(frame.getWidth())
                .putInt(frame.getHeight())
                .putInt(0)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) fps)
                .put((byte) 0)
                .put((byte) 0)
                .array();
    }

    /** All chunks of one name in a PNG, joined. */
    private static byte[] content(byte[] png, String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataInputStream in =
                new DataInputStream(
                        new ByteArrayInputStream(png, SIGNATURE, png.length - SIGNATURE));
        while (true) {
            try {
                int length = in.readInt();
                boolean wanted =
                        name.equals(new String(in.readNBytes(4), StandardCharsets.US_ASCII));
                byte[] data = in.readNBytes(length);
                if (wanted) {
                    content.writeBytes(data);
                }
                in.readInt();
            } catch (EOFException e) {
                return content.toByteArray();
            }
        }
    }

    private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        out.writeInt(data.length);
        out.write(type);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    private static byte[] ints(int a, int b) {
        return ByteBuffer.allocate(8).putInt(a).putInt(b).array();
    }
}
