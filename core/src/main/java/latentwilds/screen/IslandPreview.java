package latentwilds.screen;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.utils.Disposable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentwilds.preview.Colours;
import latentwilds.preview.IslandPicture;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Island;

/** A run's island from above, drawn beside the render thread. */
final class IslandPreview implements Disposable {
    private final Colours colours;
    private final int side;
    private final Texture texture;
    private final TextureRegion region;
    private final Plans plans;
    private CompletableFuture<Island> plan = new CompletableFuture<>();
    private Optional<CompletableFuture<int[]>> next = Optional.empty();
    private boolean ready;

    /** Shows the middle: at the edges there is only sea. */
    IslandPreview(Artwork artwork, Plans plans, int shown) {
        this.plans = plans;
        colours = artwork.mapColours();
        side = Integer.highestOneBit(2 * shown - 1);
        texture = new Texture(side, side, Pixmap.Format.RGBA8888);
        int margin = (side - shown) / 2;
        region = new TextureRegion(texture, margin, margin, shown, shown);
    }

    void show(RunSeed seed) {
        ready = false;
        plan = plans.of(seed);
        next =
                Optional.of(
                        plan.thenApplyAsync(
                                i -> IslandPicture.marked(i, colours.in(new Streams(seed)), side)));
    }

    /** The island that is shown, or will be: whoever goes there need not plan it again. */
    CompletableFuture<Island> plan() {
        return plan;
    }

    void update() {
        if (next.isPresent() && next.get().isDone()) {
            int[] argb = next.get().join();
            next = Optional.empty();
            Pixmap pixmap = new Pixmap(side, side, Pixmap.Format.RGBA8888);
            for (int i = 0; i < argb.length; i++) {
                pixmap.drawPixel(i % side, i / side, Integer.rotateLeft(argb[i], 8));
            }
            texture.draw(pixmap, 0, 0);
            pixmap.dispose();
            ready = true;
        }
    }

    Optional<TextureRegion> picture() {
        return ready ? Optional.of(region) : Optional.empty();
    }

    @Override
    public void dispose() {
        texture.dispose();
    }
}
