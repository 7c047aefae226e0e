package latentwilds.screen;

import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.ProgressBar;
import com.badlogic.gdx.utils.Align;
import java.util.concurrent.CompletableFuture;
import latentwilds.entity.Bestiary;
import latentwilds.game.Run;
import latentwilds.seed.RunSeed;
import latentwilds.seed.SeedCode;
import latentwilds.world.Island;

/** Makes the run and waits until the first screenful of it is synthesised. */
public final class LoadingScreen extends StageScreen {
    private static final int WIDTH = 200;

    private final RunSeed seed;
    private final Label what;
    private final ProgressBar bar;
    private boolean drawn;
    private final CompletableFuture<Island> plan;
    private final CompletableFuture<Bestiary> species;
    private WorldScreen world;

    LoadingScreen(LatentWilds game, RunSeed seed, CompletableFuture<Island> plan) {
        super(game);
        this.plan = plan;
        game.milestones().reach("begun");
        // What only menus show.
        game.artwork().forgetAll();
        species = game.artwork().menagerie().roundTheStart(seed, plan);
        this.seed = seed;
        what = new Label("", game.theme().skin(), "quiet");
        bar = new ProgressBar(0, 1, 0.01f, false, game.theme().skin());
        root.add(new Label(game.texts().of("loading"), game.theme().skin(), "heading")).row();
        root.add(new Label(SeedCode.format(seed), game.theme().skin(), "accent"))
                .padTop(MARGIN)
                .row();
        root.add(bar).width(WIDTH).padTop(MARGIN).row();
        root.add(what).padTop(GAP).row();
        Label help = new Label(game.texts().of("hud.help"), game.theme().skin());
        help.setWrap(true);
        help.setAlignment(Align.center);
        root.add(help).growX().pad(3 * MARGIN, GAP, 0, GAP);
    }

    @Override
    public void render(float seconds) {
        super.render(seconds);
        if (game.artwork().failure().isPresent() && !game.artwork().ready()) {
            game.show(new MessageScreen(game, game.artwork().failure().get()));
        } else if (!drawn) {
            // One frame first: the world's screen takes a moment to make.
            drawn = true;
            progress("loading.map", 0);
        } else if (world == null && !species.isDone()) {
            progress("loading.map", 0);
        } else if (world == null) {
            game.milestones().reach("species chosen");
            world = new WorldScreen(game, new Run(seed, plan.join(), species.join()));
            world.resize(viewport.getScreenWidth(), viewport.getScreenHeight());
            game.milestones().reach("world made");
        } else if (!game.artwork().ready()) {
            progress("loading.generators", 0.5f * game.artwork().progress());
        } else {
            game.milestones().reach("generators ready");
            enterWhen(world.prepare());
        }
    }

    private void enterWhen(float done) {
        if (done < 1) {
            progress(done < 0.5f ? "loading.ground" : "loading.creatures", 0.5f + 0.5f * done);
            return;
        }
        WorldScreen next = world;
        world = null;
        game.show(next);
        game.milestones().reach(Milestones.PLAYABLE);
        game.artwork().menagerie().rest();
    }

    private void progress(String key, float value) {
        what.setText(game.texts().of(key));
        bar.setValue(value);
    }

    @Override
    public void dispose() {
        super.dispose();
        if (world != null) {
            world.dispose();
        }
    }
}
