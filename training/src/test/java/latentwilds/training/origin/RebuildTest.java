package latentwilds.training.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import latentwilds.training.Fixtures;
import latentwilds.training.dataset.DatasetException;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {
    private static final byte[] RAT = Fixtures.png(Fixtures.image(32, 32, 1));
    private static final byte[] BAT = Fixtures.png(Fixtures.image(32, 32, 2));

    private final List<String> said = new ArrayList<>();
    @TempDir private Path folder;

    @Test
    void aSetIsMadeFromItsPackageAndKept() throws Exception {
        Path origins = origins(tarXz(Map.of("x/tiles/rat.png", RAT, "x/tiles/bat.png", BAT)), null);

        Path set = new Rebuild(origins, folder.resolve("downloads"), said::add).set("zoo");

        assertThat(set).isEqualTo(folder.resolve("downloads/sets/zoo"));
        assertThat(Files.readString(set.resolve("manifest.txt")))
                .isEqualTo("1.png\tdcss_32:rat.png\trodent\n2.png\tdcss_32:bat.png\tother\n");
        assertThat(set.resolve("2.png")).exists();
        assertThat(said)
                .containsExactly(
                        "zoo 1: fetching",
                        "zoo.tar.xz: taking 2 files out",
                        "zoo: drawing 2 images");
        Files.delete(folder.resolve("downloads/zoo.tar.xz"));
        assertThat(new Rebuild(origins, folder.resolve("downloads"), said::add).set("zoo"))
                .isEqualTo(set);
    }

    @Test
    void anotherSetThanPromisedIsNotKept() throws Exception {
        Path origins =
                origins(
                        tarXz(Map.of("x/tiles/rat.png", BAT, "x/tiles/bat.png", RAT)),
                        "0".repeat(64));

        assertThatThrownBy(
                        () ->
                                new Rebuild(origins, folder.resolve("downloads"), said::add)
                                        .set("zoo"))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("zoo: expected 2 images with checksum 000")
                .hasMessageContaining("found 2 with ");
        assertThat(folder.resolve("downloads/sets/zoo")).doesNotExist();
    }

    @Test
    void anotherPackageThanPromisedIsNamed() throws Exception {
        Path origins = origins(tarXz(Map.of("x/tiles/rat.png", RAT, "x/tiles/bat.png", BAT)), null);
        Path file = folder.resolve("downloads/zoo.tar.xz");
        Files.write(file, new byte[] {1});

        assertThatThrownBy(
                        () ->
                                new Rebuild(origins, folder.resolve("downloads"), said::add)
                                        .set("zoo"))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith(file.toAbsolutePath() + ": expected SHA-256 ")
                .hasMessageEndingWith("Remove it to fetch it again");
    }

    @Test
    void aFileThatIsNotInThePackageIsCounted() throws Exception {
        Path origins = origins(tarXz(Map.of("x/tiles/rat.png", RAT)), null);

        assertThatThrownBy(
                        () ->
                                new Rebuild(origins, folder.resolve("downloads"), said::add)
                                        .set("zoo"))
                .hasMessageContaining("expected 2 files below x/tiles/, found 1");
    }

    @Test
    void anUnknownSetIsNamed() {
        assertThatThrownBy(() -> new Rebuild(folder, folder, said::add).set("dragons"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("dragons.json: cannot be read: there is no ");
    }

    @Test
    void aMistakeInAListIsNamedWithItsLine() throws Exception {
        Path list =
                Files.writeString(folder.resolve("a.tsv"), "1.png\ta\tsprite\tc/x.png\n2.png\ta\n");

        assertThatThrownBy(() -> PieceList.read(list))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("a.tsv: line 2: expected file, labels, kind and parts");
    }

    @Test
    void aZipInsideADebianPackageIsReadThrough() throws Exception {
        Path zip =
                Fixtures.zip(
                        folder.resolve("in.zip"),
                        new TreeMap<>(Map.of("art/a.dds", RAT, "art/b.dds", BAT)));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar(new GZIPOutputStream(tar), Map.of("./usr/public.zip", Files.readAllBytes(zip)));
        Path deb = folder.resolve("zoo.deb");
        try (ArArchiveOutputStream ar = new ArArchiveOutputStream(Files.newOutputStream(deb))) {
            for (var part : Map.of("data.tar.gz", tar.toByteArray()).entrySet()) {
                ar.putArchiveEntry(new ArArchiveEntry(part.getKey(), part.getValue().length));
                ar.write(part.getValue());
                ar.closeArchiveEntry();
            }
        }

        Archive.take(deb, "usr/public.zip", "art/", Set.of("b.dds"), folder.resolve("out"));

        assertThat(folder.resolve("out/b.dds")).hasBinaryContent(BAT);
        assertThat(folder.resolve("out/a.dds")).doesNotExist();
    }

    @Test
    void namesThatLeadOutsideAreNotWritten() throws Exception {
        Path file = folder.resolve("evil.tar.xz");
        Files.write(file, tarXz(Map.of("../evil.png", RAT, "x/../../evil.png", RAT)));

        assertThatThrownBy(
                        () ->
                                Archive.take(
                                        file, null, "x/", Set.of("rat.png"), folder.resolve("out")))
                .hasMessage("expected 1 files below x/, found 0");
        assertThat(folder.resolve("evil.png")).doesNotExist();
    }

    @Test
    void aDamagedArchiveIsNamed() throws Exception {
        Path file = Files.write(folder.resolve("a.tar.xz"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

        assertThatThrownBy(() -> Archive.take(file, null, "", Set.of("x"), folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("expected a compressed archive, found ");
    }

    @Test
    void aMissingProgramIsNamedWithTheRemedy() {
        assertThatThrownBy(
                        () -> new Tool(folder).run("Install it", List.of("no-such-program-here")))
                .isInstanceOf(DatasetException.class)
                .hasMessage("no-such-program-here: expected this program, found none. Install it");
    }

    @Test
    void sourcePackagesAreAskedForWhereverBinariesAre() {
        assertThat(Packages.withSources("Types: deb\nURIs: x\n\nTypes: deb-src\n"))
                .isEqualTo("Types: deb deb-src\nURIs: x\n\nTypes: deb-src\n");
        assertThat(Packages.withSources("# deb\ndeb [a=b] x y main\n"))
                .isEqualTo("# deb\ndeb [a=b] x y main\ndeb-src [a=b] x y main\n");
    }

    /** A zoo of two animals whose package lies in the downloads; the right checksum if null. */
    private Path origins(byte[] tar, String checksum) throws Exception {
        Fixtures.write(folder.resolve("downloads/zoo.tar.xz"), tar);
        Path origins = Files.createDirectories(folder.resolve("origins"));
        Files.writeString(
                origins.resolve("zoo.tsv"),
                "1.png\trodent\tsprite\tzoo/rat.png\n2.png\tother\tsprite\tzoo/bat.png\n");
        String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tar));
        String right = "b743a54db8ad3f167bdefe0b8de6ff94e3037a13e1ffc0e205af1b17002143fd";
        Files.writeString(
                origins.resolve("zoo.json"),
                """
                {"name": "zoo", "channels": 4, "images": 2, "checksum": "%s",
                 "packages": [{"key": "zoo", "kind": "DEBIAN_SOURCE", "name": "zoo", "version": "1",
                 "file": "zoo.tar.xz", "sha256": "%s", "inside": "x/tiles/"}]}
                """
                        .formatted(checksum == null ? right : checksum, sha));
        return origins;
    }

    private static byte[] tarXz(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tar(new XZCompressorOutputStream(bytes), files);
        return bytes.toByteArray();
    }

    private static void tar(OutputStream out, Map<String, byte[]> files) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
    }
}
