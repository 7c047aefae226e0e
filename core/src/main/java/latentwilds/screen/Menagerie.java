package latentwilds.screen;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentwilds.entity.Appearance;
import latentwilds.entity.Bestiary;
import latentwilds.entity.Species;
import latentwilds.game.FirstGrounds;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Island;

/**
 * The species of the run that is on screen, chosen by their looks beside the render thread and no
 * sooner than they are needed. Render thread.
 */
final class Menagerie {
    private final Appearance appearance;
    private RunSeed run;
    private Bestiary bestiary;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    Menagerie(Appearance appearance) {
        this.appearance = appearance;
    }

    /** The same as long as no other run's is asked for. */
    Bestiary of(RunSeed which) {
        if (!which.equals(run)) {
            run = which;
            bestiary = new Bestiary(new Streams(which), appearance);
        }
        return bestiary;
    }

    /** One species, by any number; nothing until it is chosen. */
    Optional<Species> species(RunSeed which, int number) {
        Bestiary all = of(which);
        int index = Math.floorMod(number, Bestiary.size());
        if (all.known(index)) {
            return Optional.of(all.species(index));
        }
        // One errand at a time: whoever draws a menu asks again.
        if (last.isDone()) {
            last = CompletableFuture.runAsync(() -> all.species(index), Background.LATER);
        }
        return Optional.empty();
    }

    /** Chooses the species round the start of an island, then gives them all. */
    CompletableFuture<Bestiary> roundTheStart(RunSeed which, CompletableFuture<Island> plan) {
        Bestiary all = of(which);
        return plan.thenApplyAsync(
                island -> {
                    FirstGrounds.of(island.map()).forEach(all::natives);
                    return all;
                },
                Background.SOON);
    }

    /** Chooses all the others, before the hero comes to where they live. */
    void rest() {
        Bestiary all = bestiary;
        Background.LATER.execute(all::species);
    }
}
