package latentwilds.training.origin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/**
 * Takes single files out of a {@code .deb} or a compressed {@code .tar}, and out of a zip inside
 * it, in one pass and without unpacking the rest. Only files that are asked for by name are
 * written, under the names that were asked for.
 */
final class Archive {
    private final Set<String> wanted;
    private final String folder;
    private final Path into;
    private int taken;

    private Archive(Set<String> wanted, String folder, Path into) {
        this.wanted = wanted;
        this.folder = folder;
        this.into = into;
    }

    /**
     * Takes files out.
     *
     * @param file the archive
     * @param zip name of a zip inside it; null if it holds the files itself
     * @param folder where the files stand, ending in a slash
     * @param wanted paths below that folder
     * @param into where to write them
     * @throws IOException if it cannot be read or written or does not hold all of them
     */
    static void take(Path file, String zip, String folder, Set<String> wanted, Path into)
            throws IOException {
        Archive archive = new Archive(wanted, folder, into);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (file.toString().endsWith(".deb")) {
                archive.fromDeb(in, zip);
            } else {
                archive.fromTar(in, zip);
            }
        } catch (CompressorException e) {
            throw new IOException("expected a compressed archive, found " + e.getMessage(), e);
        }
        if (archive.taken < wanted.size()) {
            throw new IOException(
                    "expected %d files below %s, found %d"
                            .formatted(wanted.size(), folder, archive.taken));
        }
    }

    private void fromDeb(InputStream in, String zip) throws IOException, CompressorException {
        ArArchiveInputStream ar = new ArArchiveInputStream(in);
        for (ArchiveEntry e = ar.getNextEntry(); e != null; e = ar.getNextEntry()) {
            if (e.getName().startsWith("data.tar")) {
                fromTar(new BufferedInputStream(ar), zip);
                return;
            }
        }
        throw new IOException("expected a Debian package, found none of its parts");
    }

    private void fromTar(InputStream in, String zip) throws IOException, CompressorException {
        TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new CompressorStreamFactory().createCompressorInputStream(in));
        for (ArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
            String name = e.getName().replaceFirst("^\\./", "");
            if (zip == null) {
                keep(name, tar);
            } else if (name.equals(zip)) {
                fromZip(tar);
            }
            if (taken == wanted.size()) {
                return;
            }
        }
    }

    private void fromZip(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(new BufferedInputStream(in));
        for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
            keep(e.getName(), zip);
            if (taken == wanted.size()) {
                return;
            }
        }
    }

    private void keep(String name, InputStream in) throws IOException {
        String path = name.startsWith(folder) ? name.substring(folder.length()) : "";
        if (wanted.contains(path)) {
            Path file = into.resolve(path);
            Files.createDirectories(file.getParent());
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            taken++;
        }
    }
}
