package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Disposable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.BiomeField;

/** A run's island from above in its biomes' mean colours, computed beside the render thread. */
final class IslandPreview implements Disposable {
    private final Artwork artwork;
    private final int side;
    private final Texture texture;
    private final TextureRegion region;
    private Optional<CompletableFuture<Biome[]>> next = Optional.empty();
    private boolean shown;

    IslandPreview(Artwork artwork, int side) {
        this.artwork = artwork;
        this.side = side;
        texture = new Texture(side, side, Pixmap.Format.RGBA8888);
        region = new TextureRegion(texture);
    }

    void show(RunSeed seed) {
        shown = false;
        next = Optional.of(CompletableFuture.supplyAsync(() -> survey(seed, side)));
    }

    private static Biome[] survey(RunSeed seed, int side) {
        BiomeField field = new BiomeField(new Streams(seed));
        double step = (double) BiomeField.SIZE / side;
        Biome[] biomes = new Biome[side * side];
        for (int i = 0; i < biomes.length; i++) {
            biomes[i] = field.biome((i % side + 0.5) * step, (side - 1 - i / side + 0.5) * step);
        }
        return biomes;
    }

    void update() {
        if (next.isPresent() && next.get().isDone()) {
            Biome[] biomes = next.get().join();
            next = Optional.empty();
            Pixmap pixmap = new Pixmap(side, side, Pixmap.Format.RGBA8888);
            for (int i = 0; i < biomes.length; i++) {
                int rgba = Color.rgba8888(artwork.meanColour(biomes[i]));
                pixmap.drawPixel(i % side, i / side, rgba);
            }
            texture.draw(pixmap, 0, 0);
            pixmap.dispose();
            shown = true;
        }
    }

    Optional<TextureRegion> picture() {
        return shown ? Optional.of(region) : Optional.empty();
    }

    @Override
    public void dispose() {
        texture.dispose();
    }
}
