package latentwilds.screen;

import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.ProgressBar;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import latentwilds.entity.Bestiary;
import latentwilds.entity.component.Hero;
import latentwilds.game.Run;
import latentwilds.seed.SeedCode;

/** Who one is, how one is, where one is, and which world this is. */
final class Hud {
    /** The portrait from hair to chin, at its own size. */
    private static final int CLOSE_UP = 48;

    private static final int CLOSE_UP_TOP = 8;
    private static final int HEALTH_WIDTH = 60;
    private static final int LINE = 5;

    /** Side of the small map in drawn pixels. */
    private static final int MINIMAP = 56;

    private final LatentWilds game;
    private final Run run;
    private final Chart chart;
    private final ProgressBar health;
    private final Label biome;
    private final Label found;
    private final Label met;

    Hud(LatentWilds game, Run run, Chart chart) {
        this.game = game;
        this.chart = chart;
        this.run = run;
        Skin skin = game.theme().skin();
        health = new ProgressBar(0, Hero.MAX_HEALTH, 1, false, skin, "health");
        biome = new Label("", skin);
        found = new Label("", skin, "quiet");
        met = new Label("", skin, "quiet");
    }

    Optional<TextureRegion> portrait() {
        return game.artwork().portrait(hero().character.face());
    }

    private Optional<TextureRegion> closeUp() {
        return portrait()
                .map(
                        p ->
                                new TextureRegion(
                                        p,
                                        (p.getRegionWidth() - CLOSE_UP) / 2,
                                        CLOSE_UP_TOP,
                                        CLOSE_UP,
                                        CLOSE_UP));
    }

    private Hero hero() {
        return run.hero().getComponent(Hero.class);
    }

    /**
     * Builds the panels.
     *
     * @param panels learns of them
     * @param mapOpen whether the large map makes the small one needless
     */
    void place(Table root, Panels panels, BooleanSupplier mapOpen) {
        Skin skin = game.theme().skin();
        Table who = panel(skin);
        who.add(new PictureBox(this::closeUp, CLOSE_UP, CLOSE_UP).mounted(game.theme()));
        Table lines = new Table();
        lines.defaults().left();
        lines.add(new Label(hero().character.name(), skin)).row();
        lines.add(health).width(HEALTH_WIDTH).padTop(5);
        who.add(lines).padLeft(StageScreen.GAP).padRight(2);
        Table where = panel(skin);
        where.defaults().right();
        where.add(biome).row();
        where.add(found).padTop(LINE).row();
        where.add(met).padTop(LINE).row();
        where.add(new Label(SeedCode.format(run.seed(), game.models().hash()), skin, "accent"))
                .padTop(LINE);
        Table around = panel(skin);
        around.pad(2);
        around.add(ChartView.surroundings(game, run, chart, MINIMAP));
        Table right = new Table();
        right.add(where).right().row();
        right.add(around).right().padTop(StageScreen.GAP);
        root.pad(StageScreen.GAP);
        root.add(who).left().top();
        root.add(right).right().top().expand();
        root.top();
        panels.add(who, () -> true);
        panels.add(where, () -> true);
        panels.add(around, () -> !mapOpen.getAsBoolean());
    }

    private Table panel(Skin skin) {
        Table panel = new Table(skin);
        panel.setBackground(game.theme().drawable("panel"));
        panel.pad(4, 6, 4, 6);
        return panel;
    }

    void update() {
        health.setValue(hero().health);
        biome.setText(
                run.heroPlace()
                        .map(place -> game.texts().of(place.key(), place.name()))
                        .orElseGet(() -> game.texts().of("biome." + run.heroBiome().label())));
        found.setText(
                game.texts()
                        .of(
                                "hud.found",
                                run.places().found(run.explored()),
                                run.places().all().size()));
        met.setText(game.texts().of("hud.met", run.codex().met(), Bestiary.size()));
    }
}
