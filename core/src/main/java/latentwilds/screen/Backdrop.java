package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.OrthographicCamera;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.synthesis.Priority;
import latentwilds.world.BiomeField;
import latentwilds.world.ChunkPlace;
import latentwilds.world.TerrainLatents;

/** Synthesised ground of some run drifting by behind the menus, darkened so that words are read. */
final class Backdrop {
    private static final float DRIFT = 9;
    private static final float SHADE = 0.55f;

    private final LatentWilds game;
    private final RunSeed seed;
    private final TerrainLatents latents;
    private final OrthographicCamera camera = new OrthographicCamera();
    private final float startX = BiomeField.SIZE / 2f * ChunkPlace.CELL_PIXELS;
    private float time;

    Backdrop(LatentWilds game, RunSeed seed) {
        this.game = game;
        this.seed = seed;
        Streams streams = new Streams(seed);
        latents = new TerrainLatents(streams, new BiomeField(streams));
    }

    void draw(float seconds, int width, int height) {
        time += seconds;
        int scale = Scale.of(width, height);
        camera.setToOrtho(false, (float) width / scale, (float) height / scale);
        float x = Math.round((startX + time * DRIFT) * scale) / (float) scale;
        camera.position.set(x, startX, 0);
        camera.update();
        SpriteBatch batch = game.batch();
        batch.setProjectionMatrix(camera.combined);
        batch.begin();
        int side = ChunkPlace.PIXELS;
        for (int cy = floor(startX - height / 2f / scale, side);
                cy <= floor(startX + height / 2f / scale, side);
                cy++) {
            for (int cx = floor(x - width / 2f / scale, side);
                    cx <= floor(x + width / 2f / scale, side);
                    cx++) {
                int left = cx * side;
                int bottom = cy * side;
                game.artwork()
                        .ground(seed, latents, new ChunkPlace(cx, cy), Priority.NEAR)
                        .ifPresent(t -> batch.draw(t, left, bottom, side, side));
            }
        }
        Color night = Tone.NIGHT.colour();
        batch.setColor(night.r, night.g, night.b, SHADE);
        batch.draw(
                game.theme().white(),
                x - camera.viewportWidth / 2,
                startX - camera.viewportHeight / 2,
                camera.viewportWidth,
                camera.viewportHeight);
        batch.setColor(Color.WHITE);
        batch.end();
    }

    private static int floor(float value, int side) {
        return (int) Math.floor(value / side);
    }
}
