package latentwilds.screen;

import java.util.concurrent.CompletableFuture;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Island;

/**
 * Plans islands beside the render thread. Backdrop, preview and run of one seed share a plan; only
 * the last one is kept. Render thread.
 */
final class Plans {
    private RunSeed seed;
    private CompletableFuture<Island> plan;

    /** The same as long as no other island is asked for. */
    CompletableFuture<Island> of(RunSeed which) {
        if (!which.equals(seed)) {
            seed = which;
            plan =
                    CompletableFuture.supplyAsync(
                            () -> new Island(new Streams(which)), Background.SOON);
        }
        return plan;
    }
}
