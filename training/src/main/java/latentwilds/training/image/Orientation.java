package latentwilds.training.image;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * How a camera was held: EXIF 2.32, tag 0x0112. The names say where the stored picture's first row
 * and first column belong.
 */
enum Orientation {
    TOP_LEFT(1),
    TOP_RIGHT(2),
    BOTTOM_RIGHT(3),
    BOTTOM_LEFT(4),
    LEFT_TOP(5),
    RIGHT_TOP(6),
    RIGHT_BOTTOM(7),
    LEFT_BOTTOM(8);

    private final int tag;

    Orientation(int tag) {
        this.tag = tag;
    }

    /** As the file's own data says; upright where it says nothing or nonsense. */
    static Orientation of(byte[] file) {
        try {
            Directory exif =
                    ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length)
                            .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer tag = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            for (Orientation o : values()) {
                if (tag != null && o.tag == tag) {
                    return o;
                }
            }
            return TOP_LEFT;
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // The picture itself was read: a damaged note beside it does not matter.
            return TOP_LEFT;
        }
    }

    /** The picture as it was seen. */
    BufferedImage upright(BufferedImage stored) {
        if (this == TOP_LEFT) {
            return stored;
        }
        boolean turned = tag >= 5;
        int w = stored.getWidth();
        int h = stored.getHeight();
        BufferedImage upright =
                new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int right = w - 1 - x;
                int up = h - 1 - y;
                int toX =
                        switch (this) {
                            case TOP_LEFT, BOTTOM_LEFT -> x;
                            case TOP_RIGHT, BOTTOM_RIGHT -> right;
                            case LEFT_TOP, LEFT_BOTTOM -> y;
                            case RIGHT_TOP, RIGHT_BOTTOM -> up;
                        };
                int toY =
                        switch (this) {
                            case TOP_LEFT, TOP_RIGHT -> y;
                            case BOTTOM_RIGHT, BOTTOM_LEFT -> up;
                            case LEFT_TOP, RIGHT_TOP -> x;
                            case RIGHT_BOTTOM, LEFT_BOTTOM -> right;
                        };
                upright.setRGB(toX, toY, stored.getRGB(x, y));
            }
        }
        return upright;
    }
}
