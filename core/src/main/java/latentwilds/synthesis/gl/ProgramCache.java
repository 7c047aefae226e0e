package latentwilds.synthesis.gl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Linked programs of former starts, a file each, named by a hash of the sources and the driver. A
 * file that is damaged or that the driver refuses is as good as none, and one that cannot be
 * written is done without: nothing here ever fails. Render thread.
 */
public final class ProgramCache {
    private static final int MAGIC = 0x4c57_5042;
    private static final int HEADER = 16;
    private static final long MOST = 16 << 20;

    private final ProgramBinaries binaries;
    private final Path folder;
    private int loaded;
    private int stored;

    /**
     * Makes a cache; reads nothing yet.
     *
     * @param binaries the driver's
     * @param folder made when there is something to keep
     */
    public ProgramCache(ProgramBinaries binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    /**
     * How many programs did not have to be compiled.
     *
     * @return so far
     */
    public int loaded() {
        return loaded;
    }

    /**
     * How many programs were kept for the next start.
     *
     * @return so far
     */
    public int stored() {
        return stored;
    }

    /** Whether the driver gives binaries. */
    boolean works() {
        return binaries.formats() > 0;
    }

    /** To be said before a program is linked that shall be kept. */
    void willKeep(int program) {
        binaries.willBeAskedFor(program);
    }

    /** Puts a kept program into an empty one, whose link status says whether it is good. */
    boolean load(int program, String key) {
        Optional<ProgramBinaries.Binary> kept = read(file(key));
        kept.ifPresent(binary -> binaries.load(program, binary));
        return kept.isPresent();
    }

    /** The driver took it. */
    void taken() {
        loaded++;
    }

    /** Keeps a linked program, in place of what was there. */
    void keep(int program, String key) {
        binaries.get(program)
                .filter(binary -> binary.bytes().length <= MOST)
                .ifPresent(binary -> write(file(key), binary));
    }

    private Path file(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + ".program");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<ProgramBinaries.Binary> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST + HEADER) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(file);
            if (all.length <= HEADER) {
                return Optional.empty();
            }
            ByteBuffer header = ByteBuffer.wrap(all);
            byte[] bytes = Arrays.copyOfRange(all, HEADER, all.length);
            boolean whole = header.getInt() == MAGIC && header.getLong(8) == sum(bytes);
            return whole
                    ? Optional.of(new ProgramBinaries.Binary(header.getInt(4), bytes))
                    : Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    private void write(Path file, ProgramBinaries.Binary binary) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "program", ".part");
            try {
                ByteBuffer all = ByteBuffer.allocate(HEADER + binary.bytes().length);
                all.putInt(MAGIC).putInt(binary.format()).putLong(sum(binary.bytes()));
                all.put(binary.bytes());
                Files.write(part, all.array());
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                stored++;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | SecurityException e) {
            System.getLogger(ProgramCache.class.getName())
                    .log(System.Logger.Level.DEBUG, "Shader program not kept: {0}", e.toString());
        }
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
