package latentwilds.training.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Films as animated GIF, by the JDK's writer. Every frame has a palette of its own, up to 256
 * colours; alpha becomes all or nothing.
 */
public final class GifFile {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int HUNDREDTHS = 100;

    private GifFile() {}

    /**
     * Encodes a film.
     *
     * @param frames at least one, of one size
     * @param zoom pixels of the film per pixel and side; colours are chosen before
     * @param fps frames per second; GIF counts in hundredths of a second
     * @param loop whether it plays for ever, or once
     * @return the content of a file
     * @throws IOException if it cannot be encoded
     */
    public static byte[] bytes(List<BufferedImage> frames, int zoom, int fps, boolean loop)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames.size(); i++) {
                BufferedImage indexed = Enlarged.by(zoom, Palettes.indexed(frames.get(i)));
                IIOMetadata metadata =
                        writer.getDefaultImageMetadata(
                                ImageTypeSpecifier.createFromRenderedImage(indexed), null);
                describe(metadata, fps, loop && i == 0);
                writer.writeToSequence(new IIOImage(indexed, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void describe(IIOMetadata metadata, int fps, boolean forEver)
            throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        // The JDK's own; without it the writer takes the picture's palette and transparent entry.
        root.removeChild(child(root, "LocalColorTable"));
        child(root, "ImageDescriptor").setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "restoreToBackgroundColor");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(Math.max(2, HUNDREDTHS / fps)));
        if (forEver) {
            IIOMetadataNode netscape = new IIOMetadataNode("ApplicationExtension");
            netscape.setAttribute("applicationID", "NETSCAPE");
            netscape.setAttribute("authenticationCode", "2.0");
            netscape.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(netscape);
        }
        metadata.setFromTree(FORMAT, root);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        var there = root.getElementsByTagName(name);
        if (there.getLength() > 0) {
            return (IIOMetadataNode) there.item(0);
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }
}
