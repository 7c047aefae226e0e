package latentwilds.training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Made-up images, zips and configurations, and what a folder holds. */
public final class Fixtures {
    private Fixtures() {}

    /** A picture of random colours with a transparent frame one pixel wide. */
    public static BufferedImage image(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                image.setRGB(x, y, 0xFF000000 | random.nextInt(0x1000000));
            }
        }
        return image;
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    public static Path write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    public static Path write(Path file, BufferedImage image) throws IOException {
        return write(file, png(image));
    }

    public static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Ten images of two species, 16 px. */
    public static Path tenImages(Path folder) throws IOException {
        for (int i = 0; i < 10; i++) {
            String species = i % 2 == 0 ? "bat" : "newt";
            write(folder.resolve(species).resolve(i + ".png"), image(16, 16, i));
        }
        return folder;
    }

    /** Networks small enough to train in a blink: two steps on {@link #tenImages}. */
    public static Path config(Path file) throws IOException {
        return Files.writeString(
                file,
                """
                {
                  "kind": "tiny",
                  "size": 16,
                  "generator": {
                    "latentSize": 8,
                    "codes": {"species": 4},
                    "widths": [12, 8],
                    "upsampling": "resize"
                  },
                  "discriminator": {"stem": 4, "widths": [8, 12]},
                  "optimiser": {"rateG": 2e-2},
                  "batch": 4,
                  "images": 8,
                  "tickImages": 4,
                  "snapshotImages": 4
                }
                """);
    }

    /** Everything below a folder: relative path to content, folders included. */
    public static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.toList()) {
                tree.put(
                        folder.relativize(path).toString(),
                        Files.isDirectory(path)
                                ? "folder"
                                : HexFormat.of().formatHex(Files.readAllBytes(path)));
            }
        }
        return tree;
    }
}
