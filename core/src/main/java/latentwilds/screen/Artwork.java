package latentwilds.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Disposable;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import latentwilds.debug.Push;
import latentwilds.entity.Bestiary;
import latentwilds.entity.Character;
import latentwilds.entity.Portraits;
import latentwilds.entity.Sprites;
import latentwilds.latent.LatentId;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelPack;
import latentwilds.preview.Colours;
import latentwilds.seed.RunSeed;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Placement;
import latentwilds.synthesis.Priority;
import latentwilds.synthesis.Request;
import latentwilds.synthesis.SynthesisStats;
import latentwilds.synthesis.Synthesiser;
import latentwilds.synthesis.gl.GlBackend;
import latentwilds.synthesis.gl.ProgramCache;
import latentwilds.synthesis.gl.Schedule;
import latentwilds.texture.PixelArt;
import latentwilds.texture.SpriteAtlas;
import latentwilds.texture.SpriteStyle;
import latentwilds.texture.TerrainPages;
import latentwilds.world.ChunkPlace;
import latentwilds.world.TerrainLatents;

/**
 * Every picture of the game: asks for what is not there yet and hands out what is. Render thread;
 * the generators run on a thread of their own. The game disposes it.
 */
public final class Artwork implements Disposable {
    /** The generator of ground. */
    public static final String TERRAIN = "terrain";

    private static final long UPLOAD_NANOS = 3_000_000;

    /** While nothing moves that could stutter: enough frames are left for a bar to grow. */
    private static final long LOADING_NANOS = 40_000_000;

    private static final Finish PORTRAIT = PixelArt.portraitFinish(SpriteStyle.FACE);

    private static final int OUTLINE = 1;
    private static final int SPRITES = 768;
    private static final int PORTRAITS = 96;
    private static final long GROUND_BYTES = 48L << 20;

    private record GroundKey(RunSeed run, ChunkPlace place) {}

    private final ModelPack pack;
    private final Optional<GlBackend> gl;
    private long budgetNanos;
    private final Synthesiser synthesiser;
    private final SpriteAtlas sprites;
    private final SpriteAtlas portraits;
    private final TerrainPages ground = new TerrainPages(ChunkPlace.PIXELS, GROUND_BYTES);
    private final Gatekeeper gatekeeper;
    private final Sprites looks;
    private final Menagerie menagerie;
    private final Push push = new Push();
    private final Colours meanColours;
    private final Colours mapColours;
    private boolean started;

    /**
     * Opens nothing yet.
     *
     * @param budgetMillis of a frame that shaders may take
     * @param programs of former starts
     * @param milestones are told when a model is open
     */
    Artwork(
            ModelPack pack,
            Backend backend,
            double budgetMillis,
            Optional<ProgramCache> programs,
            Milestones milestones,
            Consumer<String> log) {
        this.pack = pack;
        budget(budgetMillis);
        gl = Gdx.gl30 == null ? Optional.empty() : Optional.of(new GlBackend(Gdx.gl30, programs));
        BackendChooser chooser =
                gl.map(g -> new BackendChooser(backend, log, g, GlBackend.hardware(Gdx.gl30)))
                        .orElseGet(() -> new BackendChooser(backend, log));
        synthesiser =
                new Synthesiser(
                        pack.models(),
                        weights -> {
                            Generator generator = chooser.open(weights);
                            milestones.reach("opened " + weights.spec().kind());
                            return generator;
                        },
                        TerrainLatents.side(pack.model(TERRAIN).weights().spec()));
        sprites = atlas(Bestiary.KIND, 2 * OUTLINE, SPRITES);
        portraits = atlas(Character.FACES, 0, PORTRAITS);
        Portraits people = new Portraits(pack);
        looks = new Sprites(pack, people);
        gatekeeper = new Gatekeeper(pack, looks, people);
        menagerie = new Menagerie(looks);
        ModelCard card = pack.model(TERRAIN).card();
        mapColours = Colours.onMaps(card);
        meanColours = Colours.means(card);
    }

    /** From now on, shaders may take so much of a frame. */
    final void budget(double millis) {
        budgetNanos = (long) (millis * 1e6);
    }

    private SpriteAtlas atlas(String kind, int border, int slots) {
        var spec = pack.model(kind).weights().spec();
        return new SpriteAtlas(spec.width(1) + border, spec.height(1) + border, slots);
    }

    /** Opens the generators in the background; the first call counts. */
    void start() {
        if (!started) {
            started = true;
            synthesiser.start();
        }
    }

    /**
     * Draws in shaders within the frame's budget and takes over finished pictures, for at most some
     * milliseconds. Once per frame.
     *
     * @param loading whether nothing moves that could stutter
     */
    void update(boolean loading) {
        gl.ifPresent(
                g ->
                        g.frame(
                                loading ? Math.max(LOADING_NANOS, budgetNanos) : budgetNanos,
                                loading));
        synthesiser.deliver(UPLOAD_NANOS);
    }

    /**
     * What is drawn in shaders.
     *
     * @return nothing where no model runs on the GPU
     */
    public Optional<Schedule> schedule() {
        return stats().backends().containsValue("gl")
                ? gl.map(GlBackend::schedule)
                : Optional.empty();
    }

    /**
     * Whether the generators are open and warm.
     *
     * @return true from then on
     */
    public boolean ready() {
        return synthesiser.ready();
    }

    /**
     * How far the opening is.
     *
     * @return 0 to 1
     */
    public float progress() {
        return synthesiser.progress();
    }

    /**
     * What went wrong, if something did.
     *
     * @return one line
     */
    public Optional<String> failure() {
        return synthesiser.failure();
    }

    /**
     * Which latents the models' gates refuse.
     *
     * @return one line: how many identities so far, how many drawn anew
     */
    public String gate() {
        return gatekeeper.line();
    }

    /**
     * What the generators are doing.
     *
     * @return as of now
     */
    public SynthesisStats stats() {
        return synthesiser.stats();
    }

    /**
     * What a designer changed about the looks of some.
     *
     * @return nothing at first
     */
    public Push push() {
        return push;
    }

    /** Somebody whose picture can be pushed. */
    Push.Subject subject(LatentId look, String name) {
        return new Push.Subject(look, name, pack.model(look.kind()).card().directions());
    }

    /** The species of the run on screen. */
    Menagerie menagerie() {
        return menagerie;
    }

    /**
     * A creature's or person's sprite, feet at the bottom.
     *
     * @param look its latent
     * @return nothing until it is synthesised; owned by this
     */
    public Optional<TextureRegion> sprite(LatentId look) {
        return sprite(look, true);
    }

    /** As above, or as if nobody had pushed it. */
    Optional<TextureRegion> sprite(LatentId look, boolean asPushed) {
        LatentId pushed = asPushed ? push.applied(look) : look;
        return picture(sprites, pushed, () -> looks.finish(pushed));
    }

    /**
     * A person's portrait.
     *
     * @param face its latent
     * @return nothing until it is synthesised; owned by this
     */
    public Optional<TextureRegion> portrait(LatentId face) {
        return portrait(face, true);
    }

    /** As above, or as if nobody had pushed it. */
    Optional<TextureRegion> portrait(LatentId face, boolean asPushed) {
        return picture(portraits, asPushed ? push.applied(face) : face, () -> PORTRAIT);
    }

    private Optional<TextureRegion> picture(
            SpriteAtlas atlas, LatentId id, Supplier<Finish> finisher) {
        if (atlas.contains(id)) {
            return Optional.of(atlas.get(id));
        }
        Finish finish = finisher.get();
        var spec = pack.model(id.kind()).weights().spec();
        int width = spec.width(1) + 2 * finish.border();
        int height = spec.height(1) + 2 * finish.border();
        synthesiser.request(
                new Request<>(
                        id,
                        id.kind(),
                        Priority.ON_SCREEN,
                        weights -> gatekeeper.grid(id),
                        picture -> PixelArt.finished(picture, finish),
                        image -> atlas.put(id, image),
                        Optional.of(new SpritePlacement(atlas, id, finish, width, height))));
        return Optional.empty();
    }

    /**
     * A chunk's ground, 256 x 256 pixels.
     *
     * @param run which run
     * @param latents its ground
     * @param place which chunk
     * @param priority how soon it is needed
     * @return nothing until it is synthesised; owned by this
     */
    public Optional<Texture> ground(
            RunSeed run, TerrainLatents latents, ChunkPlace place, Priority priority) {
        GroundKey key = new GroundKey(run, place);
        if (ground.contains(key)) {
            return Optional.of(ground.get(key));
        }
        var spec = pack.model(TERRAIN).weights().spec();
        int margin = spec.marginCells() * spec.cellPixels();
        synthesiser.request(
                new Request<>(
                        key,
                        TERRAIN,
                        priority,
                        weights -> latents.grid(place, weights),
                        picture -> PixelArt.ground(picture, margin),
                        image -> ground.put(key, image),
                        Optional.of(new GroundPlacement(key, margin))));
        return Optional.empty();
    }

    /** A page that the GPU draws to. */
    private final class GroundPlacement implements Placement {
        private final GroundKey key;
        private final int margin;
        private TerrainPages.Page page;

        GroundPlacement(GroundKey key, int margin) {
            this.key = key;
            this.margin = margin;
        }

        @Override
        public Spot open() {
            page = ground.reserve();
            int handle = page.texture().getTextureObjectHandle();
            return new Spot(handle, ChunkPlace.PIXELS, ChunkPlace.PIXELS, margin);
        }

        @Override
        public void done() {
            ground.publish(key, page);
        }

        @Override
        public void failed() {
            ground.release(page);
        }
    }

    /** Drops requests for ground that is no longer near; pictures that are there stay. */
    void forgetGround(Predicate<ChunkPlace> far) {
        synthesiser.cancel(key -> key instanceof GroundKey g && far.test(g.place()));
    }

    /** Drops all requests. */
    void forgetAll() {
        synthesiser.cancel(key -> true);
    }

    /**
     * Memory of all pictures.
     *
     * @return bytes, bounded
     */
    public long textureBytes() {
        return sprites.bytes() + portraits.bytes() + ground.bytes();
    }

    /**
     * What stands in for ground, from the model's card.
     *
     * @return immutable
     */
    public Colours meanColours() {
        return meanColours;
    }

    /**
     * What all grounds are recognised by on a map, from the model's card.
     *
     * @return immutable
     */
    public Colours mapColours() {
        return mapColours;
    }

    @Override
    public void dispose() {
        synthesiser.close(() -> gl.ifPresent(g -> g.frame(budgetNanos)));
        gl.ifPresent(GlBackend::close);
        sprites.dispose();
        portraits.dispose();
        ground.dispose();
    }
}
