package latentwilds.screen;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.OrthographicCamera;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.utils.Disposable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentwilds.entity.Bestiary;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Solid;
import latentwilds.game.Run;
import latentwilds.game.Weather;
import latentwilds.latent.LatentId;
import latentwilds.preview.Colours;
import latentwilds.preview.RegionColours;
import latentwilds.seed.Streams;
import latentwilds.synthesis.Priority;
import latentwilds.world.Biome;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Footing;

/**
 * Draws a run: ground, then everyone from back to front, at whole screen pixels. One metre is one
 * cell is 16 drawn pixels. Render thread; disposed by its screen.
 */
final class WorldView implements Disposable {
    private static final int METRE = ChunkPlace.CELL_PIXELS;

    /** How much of those who stand before the hero is drawn: one must see oneself. */
    private static final float VEIL = 0.5f;

    /** How much paler than water its rings are. */
    private static final float FOAM = 0.6f;

    /** Share of a sprite's side within which the hero is behind it. */
    private static final float COVERS = 0.7f;

    private static final float STRIDE = 0.55f;
    private static final int FAR_CHUNKS = 4;

    private final LatentWilds game;
    private final Run run;
    private final OrthographicCamera camera = new OrthographicCamera();
    private final Placeholders placeholders;
    private final CliffView cliffs;
    private final FigureView figures;
    private final Grade grade;
    private final Aside aside = new Aside();
    private final List<Entity> order = new ArrayList<>();
    private Optional<Entity> speaker = Optional.empty();

    /** Ground that is drawn in this frame, from south to north. */
    private final Map<ChunkPlace, Optional<Texture>> pages = new LinkedHashMap<>();

    private final Vector2 at = new Vector2();
    private final Color sleeper = new Color(0.72f, 0.74f, 0.84f, 1);
    private final Color veiled = new Color(1, 1, 1, VEIL);
    private final Color danger = Tone.DANGER.colour();
    private Optional<Weather> forced = Optional.empty();
    private int scale = 1;
    private final Vector2 heroAt = new Vector2();
    private Optional<TextureRegion> heroPicture = Optional.empty();
    private int groundMissing;
    private int groundSeen;
    private int spritesMissing;
    private int spritesSeen;

    WorldView(LatentWilds game, Run run) {
        this.game = game;
        this.run = run;
        Streams streams = new Streams(run.seed());
        Colours means = game.artwork().meanColours();
        placeholders = new Placeholders(run.field(), new RegionColours(means, streams));
        cliffs = new CliffView(run.map());
        figures =
                new FigureView(
                        game.theme().white(),
                        new Color(means.in(streams).of(Biome.SHALLOW_WATER) << 8 | 255)
                                .lerp(Color.WHITE, FOAM));
        grade =
                new Grade(
                        game.asset(Files.GRADE + ".vert"),
                        game.asset(Files.GRADE + ".frag"),
                        game::log);
    }

    void resize(int width, int height) {
        scale = Scale.of(width, height);
        camera.setToOrtho(false, (float) width / scale, (float) height / scale);
    }

    /** Draws the run, or without a batch only asks for the pictures. */
    void draw(boolean visible) {
        follow();
        SpriteBatch batch = game.batch();
        if (visible) {
            double now = run.seconds() + run.betweenSteps() * Run.STEP;
            figures.frame(scale, now);
            grade.begin(batch, run.daylight(), weather(), now);
            batch.setProjectionMatrix(camera.combined);
            batch.begin();
        }
        ground(visible);
        everyone(visible);
        if (visible) {
            batch.end();
            grade.end(batch);
        }
    }

    /** Lets whoever speaks be seen beside the hero. */
    void talk(Optional<Entity> who, float seconds) {
        speaker = who;
        Vector2 hero = run.heroPosition();
        Vector2 there = who.map(w -> w.getComponent(Solid.class).body.getPosition()).orElse(hero);
        aside.update(who, seconds, (there.x - hero.x) * METRE, (there.y - hero.y) * METRE);
    }

    /** Where whoever speaks is drawn. */
    Aside aside() {
        return aside;
    }

    /** What is seen: the designer's weather, or the run's own. */
    Weather weather() {
        return forced.orElseGet(run::weather);
    }

    /** Whether the designer chose the weather. */
    boolean forced() {
        return forced.isPresent();
    }

    /** Shows a weather; nothing for the run's own again. */
    void force(Optional<Weather> weather) {
        forced = weather;
    }

    private void follow() {
        between(run.hero().getComponent(Solid.class));
        // Whole screen pixels, or the ground's pixels would shimmer.
        camera.position.set(
                Math.round(at.x * METRE * scale) / (float) scale,
                Math.round((at.y * METRE + METRE / 2f) * scale) / (float) scale,
                0);
        // With an odd window the edges, not the centre, must fall on whole pixels.
        camera.position.x += fraction(camera.viewportWidth / 2);
        camera.position.y += fraction(camera.viewportHeight / 2);
        camera.update();
    }

    private float fraction(float half) {
        float scaled = half * scale;
        return (scaled - (float) Math.floor(scaled)) / scale;
    }

    /** Where a body is between the last step and the next. */
    private void between(Solid solid) {
        at.set(solid.before).lerp(solid.body.getPosition(), run.betweenSteps());
    }

    private void ground(boolean visible) {
        groundMissing = 0;
        groundSeen = 0;
        pages.clear();
        float halfWidth = camera.viewportWidth / 2 / METRE;
        float halfHeight = camera.viewportHeight / 2 / METRE;
        float x = camera.position.x / METRE;
        float y = camera.position.y / METRE;
        ChunkPlace from = ChunkPlace.of(x - halfWidth, y - halfHeight);
        ChunkPlace to = ChunkPlace.of(x + halfWidth, y + halfHeight);
        ChunkPlace centre = ChunkPlace.of(x, y);
        game.artwork().forgetGround(p -> distance(p, centre) > FAR_CHUNKS);
        for (int cy = from.y() - 1; cy <= to.y() + 1; cy++) {
            for (int cx = from.x() - 1; cx <= to.x() + 1; cx++) {
                boolean seen = cx >= from.x() && cx <= to.x() && cy >= from.y() && cy <= to.y();
                chunk(new ChunkPlace(cx, cy), seen, visible);
            }
        }
        // After all ground: a face may reach into the next chunk.
        cliffs.expect(pages.size());
        for (ChunkPlace place : pages.keySet()) {
            cliffs.draw(game.batch(), place, pages.get(place));
        }
    }

    private static int distance(ChunkPlace a, ChunkPlace b) {
        return Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    private void chunk(ChunkPlace place, boolean seen, boolean visible) {
        Optional<Texture> page =
                game.artwork()
                        .ground(
                                run.seed(),
                                run.ground(),
                                place,
                                seen ? Priority.ON_SCREEN : Priority.NEAR);
        if (!seen) {
            return;
        }
        groundSeen++;
        groundMissing += page.isEmpty() ? 1 : 0;
        if (!visible) {
            return;
        }
        pages.put(place, page);
        float left = place.left() * METRE;
        float bottom = place.bottom() * METRE;
        if (page.isPresent()) {
            game.batch().draw(page.get(), left, bottom, ChunkPlace.PIXELS, ChunkPlace.PIXELS);
        } else {
            placeholders.draw(game.batch(), game.theme().white(), place);
        }
    }

    private void everyone(boolean visible) {
        spritesMissing = 0;
        spritesSeen = 0;
        between(run.hero().getComponent(Solid.class));
        heroAt.set(at).scl(METRE);
        order.clear();
        for (Entity entity : run.solids()) {
            order.add(entity);
        }
        order.sort(
                (a, b) ->
                        Float.compare(
                                b.getComponent(Solid.class).body.getPosition().y,
                                a.getComponent(Solid.class).body.getPosition().y));
        for (Entity entity : order) {
            sprite(entity, visible);
        }
        game.batch().setColor(Color.WHITE);
    }

    private void sprite(Entity entity, boolean visible) {
        Solid solid = entity.getComponent(Solid.class);
        between(solid);
        float x = at.x * METRE + aside.of(entity);
        float y = at.y * METRE;
        boolean seen =
                Math.abs(x - camera.position.x) < camera.viewportWidth / 2 + 2 * METRE
                        && Math.abs(y - camera.position.y) < camera.viewportHeight / 2 + 3 * METRE;
        if (!seen) {
            return;
        }
        Optional<TextureRegion> picture = picture(entity);
        spritesSeen++;
        spritesMissing += picture.isEmpty() ? 1 : 0;
        if (visible && picture.isPresent()) {
            stand(entity, solid, picture.get(), x, y);
        }
    }

    /** The hero's is outlined for the ground under him; until that is there, for the last one. */
    private Optional<TextureRegion> picture(Entity entity) {
        LatentId look = entity.getComponent(Look.class).sprite;
        if (entity != run.hero()) {
            return game.artwork().sprite(look);
        }
        Optional<TextureRegion> here =
                game.artwork().sprite(look.with(Bestiary.GROUND, run.heroBiome().label()));
        heroPicture = here.or(() -> heroPicture);
        return heroPicture;
    }

    private void stand(Entity entity, Solid solid, TextureRegion region, float x, float y) {
        float size = Scale.whole(scale, entity.getComponent(Look.class).size);
        Creature creature = entity.getComponent(Creature.class);
        Hero hero = entity.getComponent(Hero.class);
        boolean asleep = creature != null && creature.mood == Creature.Mood.SLEEP;
        boolean up = solid.wish.len2() > 0 && (int) (solid.walked / STRIDE) % 2 == 1;
        boolean hurt = hero != null && hero.safe > 0 && (int) (hero.safe * 10) % 2 == 0;
        Color tint = hurt ? danger : asleep ? sleeper : Color.WHITE;
        float width = size * region.getRegionWidth();
        float height = size * region.getRegionHeight();
        if (hero == null && coversHero(x, y, width, height)) {
            tint = veiled;
        }
        // Measured where it is drawn: aside of the hero there may be other ground.
        Footing footing = run.map().footing(x / METRE, y / METRE);
        figures.draw(
                game.batch(),
                region,
                new FigureView.Pose(size, facing(entity, solid, x), up, asleep, tint, solid.walked),
                Wading.in(footing, size, region.getRegionHeight()),
                x,
                y - METRE / 4f);
    }

    /** Those who talk look at each other. */
    private int facing(Entity entity, Solid solid, float x) {
        if (speaker.isEmpty() || solid.wish.len2() > 0) {
            return solid.facing;
        }
        if (entity == speaker.get()) {
            return x > heroAt.x ? -1 : 1;
        }
        if (entity == run.hero()) {
            float there =
                    speaker.get().getComponent(Solid.class).body.getPosition().x * METRE
                            + aside.of(speaker.get());
            return there < heroAt.x ? -1 : 1;
        }
        return solid.facing;
    }

    /** Whether whoever stands here, in pixels, hides most of the hero. */
    private boolean coversHero(float x, float y, float width, float height) {
        float above = heroAt.y - y;
        return above > 0 && above < COVERS * height && Math.abs(heroAt.x - x) < COVERS * width;
    }

    /** How much of what is on screen is synthesised, 0 to 1. */
    float complete() {
        int all = groundSeen + spritesSeen;
        return all == 0 ? 0 : 1 - (float) (groundMissing + spritesMissing) / all;
    }

    /** Creatures whose feet are inside the window. */
    int creaturesOnScreen() {
        int count = 0;
        for (Entity creature : run.creatures()) {
            Vector2 feet = creature.getComponent(Solid.class).body.getPosition();
            boolean inside =
                    Math.abs(feet.x * METRE - camera.position.x) < camera.viewportWidth / 2
                            && Math.abs(feet.y * METRE - camera.position.y)
                                    < camera.viewportHeight / 2;
            count += inside ? 1 : 0;
        }
        return count;
    }

    /** The creature that stands nearest to the hero. */
    Optional<Entity> nearestCreature() {
        Entity nearest = null;
        for (Entity creature : run.creatures()) {
            nearest = nearest == null || far(creature) < far(nearest) ? creature : nearest;
        }
        return Optional.ofNullable(nearest);
    }

    private float far(Entity entity) {
        return entity.getComponent(Solid.class).body.getPosition().dst(run.heroPosition());
    }

    @Override
    public void dispose() {
        cliffs.dispose();
        grade.dispose();
    }

    OrthographicCamera camera() {
        return camera;
    }
}
