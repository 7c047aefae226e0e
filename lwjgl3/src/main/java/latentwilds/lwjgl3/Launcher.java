package latentwilds.lwjgl3;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import latentwilds.bench.Benchmark;
import latentwilds.bench.SynthesisBench;
import latentwilds.bench.WorldBench;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelException;
import latentwilds.model.ModelPack;
import latentwilds.preview.Colours;
import latentwilds.preview.PictureFile;
import latentwilds.preview.Previews;
import latentwilds.preview.SeedRange;
import latentwilds.screen.Artwork;
import latentwilds.screen.Director;
import latentwilds.screen.GameOptions;
import latentwilds.screen.LatentWilds;
import latentwilds.screen.Milestones;
import latentwilds.screen.Settings;
import latentwilds.seed.SeedCode;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.gl.ProgramCache;
import latentwilds.tour.QuickStart;
import latentwilds.tour.Tour;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./play}: opens the window. */
@Command(
        name = "./play",
        description = "Latent Wilds: a world that is synthesised while you walk.",
        mixinStandardHelpOptions = true,
        version = "0.1.0")
public final class Launcher implements Callable<Integer> {
    private static final int FAILED = 1;

    private final Milestones milestones = new Milestones();

    @Option(
            names = "--seed",
            paramLabel = "CODE",
            description = "Which world: a code like BCD-FGH-JK1, a number or any text.")
    private String seed;

    @Option(
            names = "--backend",
            paramLabel = "auto|gl|torch|reference",
            converter = BackendConverter.class,
            description = "Where pictures are made. Default: as in the settings, at first auto.")
    private Backend backend;

    @Option(
            names = "--budget",
            paramLabel = "MS",
            description =
                    "Milliseconds of a frame for synthesis on the GPU. Default: as in the settings,"
                            + " at first 2.")
    private Double budget;

    @Option(
            names = "--tour",
            paramLabel = "DIR",
            description = "Play by itself, write screenshots and tour.json there, and end.")
    private Path tour;

    @Option(
            names = "--bench-start",
            paramLabel = "FILE",
            description =
                    "Go into the world as fast as the screens allow, write when what was reached,"
                            + " and end.")
    private Path benchStart;

    @Option(
            names = "--bench-synthesis",
            paramLabel = "FILE",
            description =
                    "Time every generator on every backend (or the one of --backend), write the"
                            + " figures, and end.")
    private Path bench;

    @Option(
            names = "--peer",
            paramLabel = "COMMAND",
            description =
                    "With --bench-synthesis: a program to run in the same session that prints"
                            + " 'infer b N X ms/img' for a DCGAN of 64 pixels.")
    private String peer;

    @Option(
            names = "--bench-world",
            paramLabel = "FILE",
            description =
                    "Time plans, chunks and a walk of 20,000 tiles, write the figures, and end.")
    private Path benchWorld;

    @Option(
            names = "--preview",
            arity = "2",
            paramLabel = "SEED FILE",
            hideParamSyntax = true,
            description = "Draw a world's island from above to a PNG, without a window, and end.")
    private List<String> preview;

    @Option(
            names = "--preview-sheet",
            arity = "2",
            paramLabel = "A-B FILE",
            hideParamSyntax = true,
            description = "The same for the worlds with the numbers A to B, on one sheet.")
    private List<String> sheet;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1280x720",
            converter = SizeConverter.class,
            description = "The window in pixels. Default: ${DEFAULT-VALUE}.")
    private Size size;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "A folder with terrain, monsters and faces. Default: assets/models.")
    private Path models;

    @Option(
            names = "--unseen",
            description = "Open a window that does not show: for scripts.",
            hidden = true)
    private boolean unseen;

    @Option(
            names = "--brief",
            description = "With --bench-world: a hundredth of it, to see that it runs.",
            hidden = true)
    private boolean brief;

    @Option(names = "--assets", paramLabel = "DIR", defaultValue = "assets", hidden = true)
    private Path assets;

    /** A window's size in pixels. */
    record Size(int width, int height) {}

    /**
     * Starts the game.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Launcher());
        line.setParameterExceptionHandler(
                (e, given) -> {
                    System.err.println(e.getMessage() + ". ./play --help lists the options");
                    return CommandLine.ExitCode.USAGE;
                });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() {
        milestones.reach("launcher");
        Optional<Tour> guide = Optional.empty();
        try {
            if (budget != null && !(budget > 0 && budget <= 1000)) {
                throw new IllegalArgumentException(
                        "--budget: expected milliseconds above 0, at most 1000, found " + budget);
            }
            if (seed != null) {
                SeedCode.parse(seed);
            }
            if (tour != null) {
                guide = Optional.of(new Tour(tour));
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        } catch (IOException e) {
            System.err.printf(
                    "%s: expected a folder that can be written to, found: %s. Choose another"
                            + " --tour%n",
                    tour, reason(e));
            return FAILED;
        }
        if (preview != null || sheet != null) {
            return preview();
        }

        if (bench != null) {
            return bench();
        }
        if (benchWorld != null) {
            return benchWorld();
        }
        if (benchStart != null) {
            try {
                QuickStart quick = new QuickStart(benchStart);
                return play(quick, quick::failure);
            } catch (IOException e) {
                return unwritable(benchStart, "--bench-start", e);
            }
        }
        return guide.map(t -> play(t, t::failure)).orElseGet(() -> play(null, Optional::empty));
    }

    /** Opens the window; null for a player of flesh and blood. */
    private int play(Director director, Supplier<Optional<String>> fault) {
        GameOptions options =
                new GameOptions(
                        assets,
                        models(),
                        Optional.ofNullable(backend),
                        Optional.ofNullable(budget),
                        Optional.of(
                                new ProgramCache(
                                        new LwjglProgramBinaries(), CacheFolder.of("programs"))),
                        Optional.ofNullable(seed));
        LatentWilds game = new LatentWilds(options, Optional.ofNullable(director), milestones);
        new Lwjgl3Application(game, configuration());
        Optional<String> failure = fault.get();
        failure.filter(f -> !game.messages().contains(f)).ifPresent(System.err::println);
        return failure.isPresent() ? FAILED : 0;
    }

    private Path models() {
        return models == null ? assets.resolve("models") : models;
    }

    private int preview() {
        boolean one = preview != null;
        Path file = Path.of((one ? preview : sheet).get(1));
        try {
            Colours colours =
                    Colours.onMaps(
                            ModelCard.read(
                                    models().resolve(Artwork.TERRAIN).resolve(ModelCard.NAME)));
            Previews previews = new Previews(colours);
            System.out.println(
                    one
                            ? previews.one(
                                    SeedCode.parse(preview.get(0)).seed(), new PictureFile(file))
                            : previews.sheet(SeedRange.parse(sheet.get(0)), new PictureFile(file)));
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        } catch (ModelException e) {
            System.err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            return unwritable(file, one ? "--preview" : "--preview-sheet", e);
        }
    }

    /** How a benchmark is made of generators. */
    private interface Plan {
        Benchmark with(ModelPack models, Backend backend) throws IOException;
    }

    private int bench() {
        Lwjgl3ApplicationConfiguration configuration = configuration();
        configuration.useVsync(false);
        configuration.setForegroundFPS(0);
        return bench(
                "--bench-synthesis",
                bench,
                configuration,
                (pack, wanted) ->
                        new SynthesisBench(
                                pack,
                                wanted,
                                budget == null ? Settings.DEFAULT.budgetMillis() : budget,
                                Optional.ofNullable(peer),
                                bench));
    }

    private int benchWorld() {
        return bench(
                "--bench-world",
                benchWorld,
                configuration(),
                (pack, wanted) -> new WorldBench(pack, wanted, benchWorld, brief));
    }

    private int bench(
            String option, Path file, Lwjgl3ApplicationConfiguration configuration, Plan plan) {
        Benchmark benchmark;
        try {
            benchmark =
                    plan.with(
                            ModelPack.load(models(), LatentWilds.KINDS),
                            backend == null ? Settings.DEFAULT.backend() : backend);
        } catch (ModelException e) {
            System.err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            return unwritable(file, option, e);
        }
        configuration.setWindowedMode(320, 180);
        new Lwjgl3Application(benchmark, configuration);
        benchmark.failure().ifPresent(System.err::println);
        return benchmark.failure().isPresent() ? FAILED : 0;
    }

    private static int unwritable(Path file, String option, IOException e) {
        System.err.printf(
                "%s: expected a file that can be written, found: %s. Choose another %s%n",
                file, reason(e), option);
        return FAILED;
    }

    /** The system's words without Java's. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getMessage();
    }

    private Lwjgl3ApplicationConfiguration configuration() {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setTitle("Latent Wilds");
        configuration.setWindowedMode(size.width, size.height);
        configuration.setWindowSizeLimits(320, 180, -1, -1);
        configuration.useVsync(true);
        configuration.setInitialVisible(!unseen);
        configuration.setForegroundFPS(60);
        configuration.disableAudio(true);
        // The core profile that Windows, Linux and macOS all have.
        configuration.setOpenGLEmulation(Lwjgl3ApplicationConfiguration.GLEmulation.GL32, 3, 2);
        return configuration;
    }

    /** Reads a backend's name. */
    static final class BackendConverter implements CommandLine.ITypeConverter<Backend> {
        @Override
        public Backend convert(String value) {
            try {
                return Backend.parse(value);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads a size. */
    static final class SizeConverter implements CommandLine.ITypeConverter<Size> {
        @Override
        public Size convert(String value) {
            if (!value.matches("\\d{3,4}x\\d{3,4}")) {
                throw new CommandLine.TypeConversionException(
                        "expected a size like 1280x720, found '%s'".formatted(value));
            }
            String[] sides = value.split("x");
            return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }
    }
}
