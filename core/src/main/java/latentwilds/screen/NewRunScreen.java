package latentwilds.screen;

import com.badlogic.gdx.Input;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import com.badlogic.gdx.scenes.scene2d.ui.Value;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.utils.Align;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import latentwilds.entity.Bestiary;
import latentwilds.entity.Character;
import latentwilds.entity.PlaceNames;
import latentwilds.entity.Species;
import latentwilds.preview.Colours;
import latentwilds.seed.RunSeed;
import latentwilds.seed.SeedCode;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;

/** Choose a world by its seed: shown, editable, with a look at who lives in it. */
public final class NewRunScreen extends StageScreen {
    private static final int SPECIES = 6;
    private static final int FACE = 64;
    private static final int SPRITE = 34;
    private static final int MAP = 110;
    private static final int WIDTH = 404;
    private static final int VERDICT_HEIGHT = 20;

    /** Below these, in drawn pixels, seed and people stand beside the map, without headings. */
    private static final int LEAST_WIDTH = WIDTH + 4;

    private static final int LEAST_HEIGHT = 240;
    private static final int SMALL_WIDTH = 318;
    private static final int SMALL_PAD = 4;
    private static final int SMALL_SPECIES = 4;

    private final Backdrop backdrop;
    private final TextField field;
    private final Label verdict;
    private final Label heroName;
    private final Label home;
    private final TextButton begin;
    private final TextButton another;
    private final TextButton back;
    private final IslandPreview island;
    private Table inhabitants = new Table();
    private Optional<RunSeed> seed = Optional.empty();
    private Optional<Colours> grounds = Optional.empty();
    private Character hero;

    /**
     * Makes the screen.
     *
     * @param game the game
     * @param first the seed that is shown at first
     */
    public NewRunScreen(LatentWilds game, RunSeed first) {
        super(game);
        Skin skin = game.theme().skin();
        backdrop = game.backdrop();
        island = new IslandPreview(game.artwork(), game.plans(), MAP);
        field = new TextField("", skin);
        field.setMaxLength(40);
        verdict = new Label("", skin, "quiet");
        verdict.setWrap(true);
        // What is wrong with a code may take more lines: below, all is hidden then.
        verdict.setAlignment(Align.topLeft);
        heroName = new Label("", skin, "accent");
        home = new Label("", skin);
        begin = button("newrun.begin", this::begin);
        another = button("newrun.reroll", () -> show(new RunSeed(LatentWilds.fresh())));
        back = button("newrun.back", this::back);
        field.addListener(
                new ChangeListener() {
                    @Override
                    public void changed(ChangeEvent event, Actor actor) {
                        read();
                    }
                });
        field.addListener(
                new InputListener() {
                    @Override
                    public boolean keyDown(InputEvent event, int key) {
                        if (key == Input.Keys.ENTER) {
                            begin();
                            return true;
                        }
                        return false;
                    }
                });
        show(first);
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        root.clearChildren();
        boolean small = stage.getWidth() < LEAST_WIDTH || stage.getHeight() < LEAST_HEIGHT;
        if (small) {
            root.add(beside()).width(SMALL_WIDTH);
        } else {
            root.add(below()).width(WIDTH);
        }
    }

    private Table below() {
        Skin skin = game.theme().skin();
        Table panel = panel(MARGIN);
        panel.add(new Label(game.texts().of("newrun.title"), skin, "heading"))
                .left()
                .colspan(2)
                .row();
        panel.add(seedLine()).growX().colspan(2).padTop(GAP).row();
        panel.add(verdict).growX().height(VERDICT_HEIGHT).colspan(2).padTop(GAP).row();
        inhabitants = inhabitants(skin);
        panel.add(inhabitants).grow().top().padTop(GAP);
        panel.add(right()).top().padLeft(MARGIN).padTop(GAP);
        return panel;
    }

    /** For a window in which little has room. */
    private Table beside() {
        Table left = new Table();
        left.defaults().growX();
        left.add(field).row();
        Table line = new Table();
        line.add(another);
        line.add(verdict).grow().height(verdictHeight()).padLeft(GAP);
        left.add(line).padTop(2).row();
        inhabitants = new Table();
        inhabitants.defaults().growX();
        inhabitants.add(people(true)).row();
        inhabitants.add(creatures(SMALL_SPECIES)).padTop(2);
        left.add(inhabitants);
        Table panel = panel(SMALL_PAD);
        panel.add(left).grow();
        panel.add(right()).top().padLeft(SMALL_PAD);
        return panel;
    }

    /** What is wrong with a code may reach down over what is hidden then. */
    private Value verdictHeight() {
        return new Value() {
            @Override
            public float get(Actor label) {
                return seed.isPresent() ? verdict.getPrefHeight() : VERDICT_HEIGHT;
            }
        };
    }

    private Table seedLine() {
        Table line = new Table();
        line.add(field).growX();
        line.add(another).padLeft(GAP).fillY();
        return line;
    }

    private Table people(boolean small) {
        Skin skin = game.theme().skin();
        Table people = new Table();
        people.add(new PictureBox(this::face, FACE, FACE).mounted(game.theme()));
        // A run begins on a plaza.
        people.add(
                        new PictureBox(this::figure, SPRITE, SPRITE)
                                .standing(game.theme(), () -> ground(Biome.PAVING)))
                .size(SPRITE)
                .bottom()
                .padLeft(4);
        Table words = new Table();
        words.add(new Label(game.texts().of("newrun.hero"), skin, "quiet")).left().row();
        words.add(heroName).left().padTop(4).row();
        if (!small) {
            words.add(home).left().padTop(4);
        }
        people.add(words).expandX().left().padLeft(GAP);
        return people;
    }

    private Table creatures(int count) {
        Table creatures = new Table();
        for (int i = 0; i < count; i++) {
            int which = i;
            creatures
                    .add(
                            new PictureBox(() -> creature(which), SPRITE, SPRITE)
                                    .standing(game.theme(), () -> ground(which)))
                    .expandX();
        }
        return creatures;
    }

    private Table inhabitants(Skin skin) {
        Table left = new Table();
        left.defaults().growX();
        left.add(people(false)).row();
        left.add(new Label(game.texts().of("newrun.creatures"), skin, "quiet")).padTop(GAP).row();
        left.add(creatures(SPECIES)).padTop(4).row();
        return left;
    }

    private Table right() {
        Table buttons = new Table();
        buttons.defaults().growX().uniformX();
        buttons.add(back);
        buttons.add(begin).padLeft(GAP);
        Table right = new Table();
        right.defaults().growX();
        right.add(new PictureBox(this::picture, MAP, MAP).mounted(game.theme())).row();
        right.add(buttons).padTop(GAP);
        return right;
    }

    private Table panel(int pad) {
        Table panel = new Table(game.theme().skin());
        panel.setBackground(game.theme().drawable("panel"));
        panel.pad(pad);
        return panel;
    }

    /**
     * Puts a seed into the field.
     *
     * @param next which run
     */
    public void show(RunSeed next) {
        field.setText(SeedCode.format(next));
        field.setCursorPosition(field.getText().length());
        read();
    }

    private void read() {
        try {
            SeedCode.Parsed parsed = SeedCode.parse(field.getText());
            String have = game.models().hash();
            boolean other = parsed.pack().isPresent() && !parsed.pack().get().equals(have);
            verdict.setText(
                    other
                            ? game.texts().of("newrun.pack", parsed.pack().get(), have)
                            : game.texts().of("newrun.hint"));
            verdict.setStyle(game.theme().skin().get("quiet", Label.LabelStyle.class));
            choose(parsed.seed());
        } catch (IllegalArgumentException e) {
            verdict.setText(e.getMessage());
            verdict.setStyle(game.theme().skin().get("danger", Label.LabelStyle.class));
            seed = Optional.empty();
        }
        begin.setDisabled(seed.isEmpty());
    }

    private void choose(RunSeed next) {
        seed = Optional.of(next);
        Streams streams = new Streams(next);
        grounds = Optional.of(game.artwork().meanColours().in(streams));
        hero = Character.draw(0, streams.stream("hero"));
        heroName.setText(hero.name());
        home.setText(game.texts().of("newrun.home", PlaceNames.settlement(streams, 0)));
        island.show(next);
    }

    private Optional<TextureRegion> picture() {
        return seed.flatMap(s -> island.picture());
    }

    private Optional<TextureRegion> face() {
        return game.artwork().portrait(hero.face());
    }

    private Optional<TextureRegion> figure() {
        return game.artwork().sprite(hero.figure());
    }

    private Optional<Species> species(int which) {
        return seed.flatMap(s -> game.artwork().menagerie().species(s, which * 5));
    }

    private Optional<TextureRegion> creature(int which) {
        return species(which).flatMap(species -> game.artwork().sprite(species.look()));
    }

    /** The colour of the ground that a species lives on. */
    private Optional<Color> ground(int which) {
        return species(which)
                .map(species -> species.look().labels().get(Bestiary.GROUND))
                .map(label -> Biome.valueOf(label.toUpperCase(Locale.ROOT)))
                .flatMap(this::ground);
    }

    private Optional<Color> ground(Biome biome) {
        return grounds.map(run -> new Color(run.of(biome) << 8 | 255));
    }

    /** Goes into the world, if the seed can be read. */
    public void begin() {
        seed.ifPresent(s -> game.show(new LoadingScreen(game, s, island.plan())));
    }

    /**
     * Whether all pictures of the screen are there.
     *
     * @return as of now
     */
    public boolean complete() {
        return face().isPresent()
                && figure().isPresent()
                && island.picture().isPresent()
                && IntStream.range(0, SPECIES).allMatch(i -> creature(i).isPresent());
    }

    @Override
    void backdrop(float seconds) {
        island.update();
        // Without a seed that can be read there is no world to show.
        inhabitants.setVisible(seed.isPresent());
        backdrop.draw(seconds, viewport.getScreenWidth(), viewport.getScreenHeight());
    }

    @Override
    public void dispose() {
        super.dispose();
        island.dispose();
    }
}
