package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.OrthographicCamera;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.synthesis.Priority;
import latentwilds.world.Biome;
import latentwilds.world.BiomeField;
import latentwilds.world.Cell;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Island;
import latentwilds.world.TerrainLatents;
import latentwilds.world.WorldMap;

/** Synthesised ground of some run drifting by behind the menus, darkened so that words are read. */
final class Backdrop {
    private static final float DRIFT = 9;
    private static final float SHADE = 0.5f;
    private static final int LOOK = 12;
    private static final int[] VIEW = {
        0, 0, 10, 0, -10, 0, 0, 6, 0, -6, 10, 6, -10, -6, 10, -6, -10, 6
    };

    /** What drifts by, from which place on, in pixels. */
    private record Sight(TerrainLatents latents, float x, float y) {}

    private final LatentWilds game;
    private final RunSeed seed;
    private final OrthographicCamera camera = new OrthographicCamera();
    private final CompletableFuture<Sight> sight;
    private float time;
    private boolean whole;

    Backdrop(LatentWilds game, RunSeed seed) {
        this.game = game;
        this.seed = seed;
        sight =
                game.plans()
                        .of(seed)
                        .thenApplyAsync(i -> sight(new Streams(seed), i), Background.LATER);
    }

    private static Sight sight(Streams streams, Island island) {
        Cell start = variedPlace(island.map());
        return new Sight(
                new TerrainLatents(streams, island.field()),
                start.x() * ChunkPlace.CELL_PIXELS,
                start.y() * ChunkPlace.CELL_PIXELS);
    }

    /** Where most biomes meet, with land in the middle of the window. */
    private static Cell variedPlace(WorldMap map) {
        Cell best = new Cell(BiomeField.SIZE / 2, BiomeField.SIZE / 2);
        int most = 0;
        for (int y = BiomeField.SIZE / 4; y < BiomeField.SIZE * 3 / 4; y += LOOK) {
            for (int x = BiomeField.SIZE / 4; x < BiomeField.SIZE * 3 / 4; x += LOOK) {
                Set<Biome> seen = EnumSet.noneOf(Biome.class);
                for (int i = 0; i < VIEW.length; i += 2) {
                    seen.add(map.biome(x + VIEW[i], y + VIEW[i + 1]));
                }
                if (seen.size() > most && map.biome(x, y).walkable()) {
                    most = seen.size();
                    best = new Cell(x, y);
                }
            }
        }
        return best;
    }

    /** Nothing until the island is planned, some tenths of a second. */
    void draw(float seconds, int width, int height) {
        if (sight.isDone()) {
            draw(sight.join(), seconds, width, height);
        }
    }

    private void draw(Sight seen, float seconds, int width, int height) {
        float startX = seen.x;
        float startY = seen.y;
        time += seconds;
        int scale = Scale.of(width, height);
        camera.setToOrtho(false, (float) width / scale, (float) height / scale);
        float x = Math.round((startX + time * DRIFT) * scale) / (float) scale;
        camera.position.set(x, startY, 0);
        camera.update();
        SpriteBatch batch = game.batch();
        batch.setProjectionMatrix(camera.combined);
        batch.begin();
        whole = true;
        int side = ChunkPlace.PIXELS;
        for (int cy = floor(startY - height / 2f / scale, side);
                cy <= floor(startY + height / 2f / scale, side);
                cy++) {
            for (int cx = floor(x - width / 2f / scale, side);
                    cx <= floor(x + width / 2f / scale, side);
                    cx++) {
                int left = cx * side;
                int bottom = cy * side;
                var ground =
                        game.artwork()
                                .ground(seed, seen.latents, new ChunkPlace(cx, cy), Priority.NEAR);
                ground.ifPresent(t -> batch.draw(t, left, bottom, side, side));
                whole &= ground.isPresent();
            }
        }
        Color night = Tone.NIGHT.colour();
        batch.setColor(night.r, night.g, night.b, SHADE);
        batch.draw(
                game.theme().white(),
                x - camera.viewportWidth / 2,
                startY - camera.viewportHeight / 2,
                camera.viewportWidth,
                camera.viewportHeight);
        batch.setColor(Color.WHITE);
        batch.end();
    }

    /** Whether the last frame showed ground everywhere. */
    boolean complete() {
        return whole;
    }

    private static int floor(float value, int side) {
        return (int) Math.floor(value / side);
    }
}
