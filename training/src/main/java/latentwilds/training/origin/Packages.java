package latentwilds.training.origin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import latentwilds.training.dataset.DatasetException;

/**
 * Fetches packages into a folder with the tools of those who publish them: apt-get (with its own
 * lists, so that it needs no rights and no source entries in the system's) and npm. What is there
 * already with the right checksum is not fetched again; it may have come by hand.
 */
final class Packages {
    private static final String APT =
            "On Debian and Ubuntu it is there; elsewhere, put the package's file into the downloads"
                    + " by hand";
    private static final String NODE = "Install Node.js 20 or later with npm";

    private final Path folder;
    private final Tool tool;
    private boolean listed;

    /** Keeps packages in this folder, which must exist. */
    Packages(Path folder) {
        this.folder = folder.toAbsolutePath();
        tool = new Tool(this.folder);
    }

    /** The package's file, fetched if it is not there. */
    Path file(Origin.Package wanted) throws IOException {
        Path file = folder.resolve(wanted.file());
        if (!Files.exists(file)) {
            apt(wanted);
        }
        if (!Files.exists(file)) {
            throw new DatasetException(
                    "%s: expected apt-get to fetch %s %s, found no file (%s; more in %s). Fetch it by hand: its SHA-256 is %s"
                            .formatted(
                                    file,
                                    wanted.name(),
                                    wanted.version(),
                                    tool.lastLine(),
                                    tool.log(),
                                    wanted.sha256()));
        }
        String found = sha256(file);
        if (!found.equals(wanted.sha256())) {
            throw new DatasetException(
                    "%s: expected SHA-256 %s, found %s. Remove it to fetch it again"
                            .formatted(file, wanted.sha256(), found));
        }
        return file;
    }

    private void apt(Origin.Package wanted) throws IOException {
        List<String> own = ownLists();
        String exact = wanted.name() + "=" + wanted.version();
        if (!listed) {
            tool.run(APT, command(List.of("apt-get", "update", "-q"), own));
            listed = true;
        }
        // Its exit code does not matter: of a source package only one of the files is wanted.
        tool.run(
                APT,
                wanted.kind() == Origin.Kind.DEBIAN
                        ? command(List.of("apt-get", "download", "-q", exact), own)
                        : command(
                                List.of("apt-get", "source", "-q", "--download-only", exact), own));
    }

    private static List<String> command(List<String> start, List<String> more) {
        return Stream.concat(start.stream(), more.stream()).toList();
    }

    /** The system's sources, of binaries and of source packages, in a place of our own. */
    private List<String> ownLists() throws IOException {
        Path apt = folder.resolve("apt");
        Path sources = Files.createDirectories(apt.resolve("sources"));
        Files.createDirectories(apt.resolve("lists/partial"));
        Files.createDirectories(apt.resolve("cache/archives/partial"));
        List<Path> systems = new ArrayList<>();
        systems.add(Path.of("/etc/apt/sources.list"));
        if (Files.isDirectory(Path.of("/etc/apt/sources.list.d"))) {
            try (Stream<Path> more = Files.list(Path.of("/etc/apt/sources.list.d"))) {
                more.filter(f -> f.toString().matches(".*\\.(list|sources)")).forEach(systems::add);
            }
        }
        for (Path system : systems) {
            if (Files.isReadable(system)) {
                String text = new String(Files.readAllBytes(system), StandardCharsets.UTF_8);
                Files.write(
                        sources.resolve(system.getFileName()),
                        withSources(text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return List.of(
                "-o",
                "Dir::Etc::sourcelist=/dev/null",
                "-o",
                "Dir::Etc::sourceparts=" + sources,
                "-o",
                "Dir::State::lists=" + apt.resolve("lists"),
                "-o",
                "Dir::Cache=" + apt.resolve("cache"),
                "-o",
                "Debug::NoLocking=1",
                "-o",
                "APT::Sandbox::User=");
    }

    /** Both forms of a sources file, with every binary source also as one of source packages. */
    static String withSources(String text) {
        return text.replaceAll("(?m)^Types: *deb *$", "Types: deb deb-src")
                .replaceAll("(?m)^deb( .*)$", "deb$1\ndeb-src$1");
    }

    /** Installs packages of npm's side by side, and runs a program with them. */
    void node(List<Origin.Package> wanted, Path script, Path out) throws IOException {
        Path place = Files.createDirectories(folder.resolve("node"));
        Tool node = new Tool(place);
        Files.writeString(place.resolve("package.json"), "{\"private\": true}\n");
        List<String> install =
                new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
        wanted.forEach(p -> install.add(p.name() + "@" + p.version()));
        expectSuccess(node, "npm install", node.run(NODE, install));
        // Node.js looks for packages beside the program.
        Path copy = place.resolve(script.getFileName());
        Files.write(copy, Files.readAllBytes(script));
        List<String> draw = List.of("node", copy.toString(), out.toAbsolutePath().toString());
        expectSuccess(node, script.toString(), node.run(NODE, draw));
    }

    private static void expectSuccess(Tool tool, String what, int code) throws IOException {
        if (code != 0) {
            throw new DatasetException(
                    "%s: expected it to succeed, found exit code %d (%s; more in %s)"
                            .formatted(what, code, tool.lastLine(), tool.log()));
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
