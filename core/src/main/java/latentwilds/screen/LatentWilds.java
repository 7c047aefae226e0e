package latentwilds.screen;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.Screen;
import com.badlogic.gdx.ScreenAdapter;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.ScreenUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import latentwilds.debug.FrameTimes;
import latentwilds.entity.Bestiary;
import latentwilds.entity.Character;
import latentwilds.game.Run;
import latentwilds.model.ModelException;
import latentwilds.model.ModelPack;
import latentwilds.seed.RunSeed;
import latentwilds.seed.SeedCode;

/**
 * The game as libGDX sees it: owns what all screens share and shows one screen at a time. Render
 * thread.
 */
public final class LatentWilds extends ApplicationAdapter {
    /** Kinds that the game needs. */
    public static final List<String> KINDS =
            List.of(Artwork.TERRAIN, Bestiary.KIND, Character.FACES);

    private final GameOptions options;
    private final Optional<Director> director;
    private final Milestones milestones;
    private final FrameTimes frames = new FrameTimes();
    private final List<String> messages = new ArrayList<>();
    private SpriteBatch batch;
    private Theme theme;
    private Texts texts;
    private ModelPack models;
    private Artwork artwork;
    private Settings settings = Settings.DEFAULT;
    private Screen screen = new ScreenAdapter();
    private final RunSeed suggested;
    private final Plans plans = new Plans();
    private final CompletableFuture<ModelPack> reading;
    private Backdrop backdrop;
    private long frameStart;

    /**
     * Makes the game. Planning the first island and reading the models begin at once, beside the
     * window's opening.
     *
     * @param options how it was started; the seed can be read
     * @param director plays in a player's place, if there is one
     * @param milestones when what happened
     */
    public LatentWilds(GameOptions options, Optional<Director> director, Milestones milestones) {
        this.options = options;
        this.director = director;
        this.milestones = milestones;
        suggested =
                options.seed()
                        .map(s -> SeedCode.parse(s).seed())
                        .orElseGet(() -> new RunSeed(fresh()));
        reading =
                CompletableFuture.supplyAsync(
                        () -> ModelPack.load(options.models(), KINDS), Background.SOON);
        plans.of(suggested);
    }

    @Override
    public void create() {
        milestones.reach("window");
        CoreProfile.prepare();
        batch = new SpriteBatch();
        theme = new Theme(asset(Files.FONT));
        texts = new Texts(asset(Files.TEXTS));
        try {
            models = read(reading);
            milestones.reach("models read");
            settings = chosen(Settings.read(preferences()));
            artwork = newArtwork();
            show(new TitleScreen(this));
        } catch (ModelException | IllegalArgumentException e) {
            log(e.getMessage());
            show(new MessageScreen(this, e.getMessage()));
        }
    }

    private static ModelPack read(CompletableFuture<ModelPack> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Preferences preferences() {
        return Gdx.app.getPreferences("latent-wilds");
    }

    private Settings chosen(Settings kept) {
        return new Settings(
                options.backend().orElse(kept.backend()),
                options.budgetMillis().orElse(kept.budgetMillis()));
    }

    private Artwork newArtwork() {
        return new Artwork(
                models,
                settings.backend(),
                settings.budgetMillis(),
                options.programs(),
                milestones,
                this::log);
    }

    /** What holds now: the command line's, else what the player chose. */
    Settings settings() {
        return settings;
    }

    /** Whether the command line decides where pictures are made. */
    boolean givenBackend() {
        return options.backend().isPresent();
    }

    /** Whether the command line decides how much of a frame that may take. */
    boolean givenBudget() {
        return options.budgetMillis().isPresent();
    }

    /** Keeps choices and follows them; all pictures are made anew if the backend is another. */
    void use(Settings next) {
        if (next.equals(settings)) {
            return;
        }
        Settings kept = Settings.read(preferences());
        new Settings(
                        givenBackend() ? kept.backend() : next.backend(),
                        givenBudget() ? kept.budgetMillis() : next.budgetMillis())
                .write(preferences());
        Settings before = settings;
        settings = chosen(next);
        if (settings.backend() != before.backend()) {
            artwork.dispose();
            artwork = newArtwork();
        } else {
            artwork.budget(settings.budgetMillis());
        }
    }

    /** A seed that nobody chose, with the shortest code. */
    static long fresh() {
        return Math.floorMod(
                System.nanoTime() ^ System.currentTimeMillis() << 20, SeedCode.SHORT_SEEDS);
    }

    /** A file below the assets folder. */
    FileHandle asset(String path) {
        return new FileHandle(options.assets().resolve(path).toFile());
    }

    /** Says something on the console, and keeps it for reports. Any thread. */
    void log(String message) {
        synchronized (messages) {
            messages.add(message);
        }
        System.err.println(message);
    }

    @Override
    public void render() {
        long now = System.nanoTime();
        if (frameStart != 0) {
            frames.add((now - frameStart) / 1e6f);
        }
        frameStart = now;
        ScreenUtils.clear(Tone.NIGHT.colour());
        if (artwork != null) {
            artwork.update(still());
        }
        screen.render(director.isPresent() ? Run.STEP : Gdx.graphics.getDeltaTime());
        milestones.reach(Milestones.FIRST_FRAME);
        if (artwork != null) {
            // Not before there is something to see: engines take a while to start.
            artwork.start();
        }
        director.ifPresent(d -> d.frame(this));
    }

    /** Whether nothing moves that could stutter, so that synthesis may take most of a frame. */
    private boolean still() {
        return screen instanceof LoadingScreen
                || screen instanceof WorldScreen world && world.paused()
                || !artwork.ready();
    }

    /**
     * Goes to another screen and leaves the last one for good.
     *
     * @param next a new screen; disposed by the game
     */
    public void show(Screen next) {
        Screen last = screen;
        screen = next;
        last.hide();
        next.show();
        next.resize(Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
        last.dispose();
    }

    @Override
    public void resize(int width, int height) {
        if (width > 0 && height > 0) {
            screen.resize(width, height);
        }
    }

    @Override
    public void dispose() {
        screen.dispose();
        if (artwork != null) {
            artwork.dispose();
        }
        theme.dispose();
        batch.dispose();
    }

    /**
     * What is shown now.
     *
     * @return the screen
     */
    public Screen screen() {
        return screen;
    }

    /**
     * Draws everything.
     *
     * @return owned by the game; not drawing between frames
     */
    public SpriteBatch batch() {
        return batch;
    }

    /**
     * Letters and frames.
     *
     * @return owned by the game
     */
    public Theme theme() {
        return theme;
    }

    /**
     * Words.
     *
     * @return owned by the game
     */
    public Texts texts() {
        return texts;
    }

    /**
     * The models in use.
     *
     * @return immutable
     */
    public ModelPack models() {
        return models;
    }

    /**
     * The pictures.
     *
     * @return owned by the game
     */
    public Artwork artwork() {
        return artwork;
    }

    /**
     * The last frames' times.
     *
     * @return live
     */
    public FrameTimes frames() {
        return frames;
    }

    /**
     * When what happened.
     *
     * @return live
     */
    public Milestones milestones() {
        return milestones;
    }

    /**
     * The seed that the player asked for at the start, or a fresh one.
     *
     * @return a run
     */
    public RunSeed suggestedSeed() {
        return suggested;
    }

    /** The islands; the run's, the preview's and the backdrop's are one. */
    Plans plans() {
        return plans;
    }

    /** Behind the menus; one for all, so that it drifts on from screen to screen. */
    Backdrop backdrop() {
        if (backdrop == null) {
            backdrop = new Backdrop(this, suggested);
        }
        return backdrop;
    }

    /**
     * What was said on the log about backends and failures.
     *
     * @return copies of the lines
     */
    public List<String> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }
}
