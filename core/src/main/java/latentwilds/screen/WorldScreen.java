package latentwilds.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.math.Vector2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.debug.Overlay;
import latentwilds.debug.Push;
import latentwilds.entity.Character;
import latentwilds.entity.component.Creature;
import latentwilds.entity.component.Hero;
import latentwilds.entity.component.Look;
import latentwilds.entity.component.Person;
import latentwilds.game.Run;
import latentwilds.game.Weather;
import latentwilds.seed.Streams;

/** A run on screen: the world, the HUD, what people say, and the designer's overlay. */
public final class WorldScreen extends StageScreen {
    /** What F4 goes through, the run's own aside. */
    private static final List<Weather> WEATHERS =
            List.of(Weather.CLEAR, Weather.RAIN, Weather.SNOW, Weather.FOG);

    private final Run run;
    private final WorldView view;
    private final Nameplates nameplates;
    private final Hud hud;
    private final DialogueBox dialogue;
    private final Overlay overlay;
    private final Chart chart;
    private final MapPanel map;
    private final PushPanel pushed;
    private final Panels panels = new Panels();
    private final Vector2 steer = new Vector2();
    private Optional<Vector2> directed = Optional.empty();
    private boolean paused;

    WorldScreen(LatentWilds game, Run run) {
        super(game);
        this.run = run;
        view = new WorldView(game, run);
        nameplates = new Nameplates(game, run);
        chart = new Chart(run, game.artwork().mapColours().in(new Streams(run.seed())));
        map = new MapPanel(game, run, chart);
        hud = new Hud(game, run, chart);
        dialogue = new DialogueBox(game, run);
        overlay =
                new Overlay(
                        game.theme().skin(),
                        run,
                        () ->
                                new Overlay.Figures(
                                        game.artwork().stats(),
                                        game.artwork().schedule(),
                                        game.artwork().gate(),
                                        game.frames(),
                                        game.models().hash(),
                                        game.artwork().textureBytes(),
                                        view.complete(),
                                        view.weather(),
                                        view.forced(),
                                        game.artwork().push().line()));
        pushed = new PushPanel(game);
        // Who gives way to whom, the strongest first.
        panels.add(map.actor(), map::open);
        panels.add(overlay.actor(), overlay::shown);
        panels.add(pushed.actor(), () -> overlay.shown() && pushed.open());
        panels.add(dialogue.actor(), dialogue::open);
        hud.place(root, panels, map::open);
        stage.getRoot().addActorAt(0, map.shade());
        stage.addActor(dialogue.actor());
        stage.addActor(map.actor());
        stage.addActor(pushed.actor());
        stage.addActor(overlay.actor());
    }

    /** Asks for everything that the first frame shows; 1 when all is there. */
    float prepare() {
        view.draw(false);
        hud.portrait();
        return view.complete();
    }

    @Override
    void backdrop(float seconds) {
        if (Gdx.input.isKeyJustPressed(Input.Keys.F3)) {
            overlay.toggle();
        }
        if (overlay.shown() && Gdx.input.isKeyJustPressed(Input.Keys.F4)) {
            nextWeather();
        }
        if (overlay.shown()) {
            pushKeys();
        }
        if (Gdx.input.isKeyJustPressed(Input.Keys.E)
                || Gdx.input.isKeyJustPressed(Input.Keys.SPACE)) {
            dialogue.next();
        }
        if (Gdx.input.isKeyJustPressed(Input.Keys.M)) {
            map.toggle();
        }
        run.update(paused || map.open() ? 0 : seconds, directed.orElseGet(this::keys));
        view.talk(dialogue.speaker(), seconds);
        view.draw(true);
        chart.update();
        map.update(viewport.getWorldWidth(), viewport.getWorldHeight());
        hud.update();
        dialogue.update(viewport.getWorldWidth());
        pushed.update(viewport.getWorldHeight());
        int scale = Scale.of(viewport.getScreenWidth(), viewport.getScreenHeight());
        overlay.update(
                viewport.getWorldWidth(), viewport.getWorldHeight(), scale, Scale.small(scale));
        root.validate();
        nameplates.draw(view.camera(), view.aside(), panels.arrange());
    }

    /**
     * Pushes whoever is chosen a step along the chosen direction.
     *
     * @param more false for the other way
     */
    public void push(boolean more) {
        game.artwork().push().step(more);
    }

    private void pushKeys() {
        if (Gdx.input.isKeyJustPressed(Input.Keys.F6)) {
            choosePush();
        }
        if (Gdx.input.isKeyJustPressed(Input.Keys.F7)) {
            push(false);
        }
        if (Gdx.input.isKeyJustPressed(Input.Keys.F8)) {
            push(true);
        }
    }

    /** Goes on to the next direction of the nearest creature, the hero, and who speaks. */
    public void choosePush() {
        List<Push.Subject> subjects = new ArrayList<>();
        view.nearestCreature()
                .ifPresent(
                        c ->
                                subjects.add(
                                        game.artwork()
                                                .subject(
                                                        c.getComponent(Look.class).sprite,
                                                        c.getComponent(Creature.class)
                                                                .species
                                                                .name())));
        Character hero = run.hero().getComponent(Hero.class).character;
        Character face =
                run.neighbour().map(p -> p.getComponent(Person.class).character).orElse(hero);
        subjects.add(game.artwork().subject(face.face(), face.name()));
        game.artwork().push().next(subjects);
    }

    private void nextWeather() {
        int now = view.forced() ? WEATHERS.indexOf(view.weather()) : -1;
        force(now + 1 < WEATHERS.size() ? Optional.of(WEATHERS.get(now + 1)) : Optional.empty());
    }

    /**
     * Shows a weather whatever the run's own is; the run itself does not change.
     *
     * @param weather nothing for the run's own again
     */
    public void force(Optional<Weather> weather) {
        view.force(weather);
    }

    private Vector2 keys() {
        steer.set(
                axis(Input.Keys.D, Input.Keys.RIGHT) - axis(Input.Keys.A, Input.Keys.LEFT),
                axis(Input.Keys.W, Input.Keys.UP) - axis(Input.Keys.S, Input.Keys.DOWN));
        return steer.limit(1);
    }

    private static int axis(int letter, int arrow) {
        return Gdx.input.isKeyPressed(letter) || Gdx.input.isKeyPressed(arrow) ? 1 : 0;
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        view.resize(width, height);
    }

    /**
     * The run on screen.
     *
     * @return owned by this screen
     */
    public Run run() {
        return run;
    }

    /**
     * Steers in the player's place from now on.
     *
     * @param direction at most length 1
     */
    public void direct(Vector2 direction) {
        directed = Optional.of(direction);
    }

    /**
     * Stops or lets pass the time in the world; pictures go on.
     *
     * @param stop true to stop
     */
    public void pause(boolean stop) {
        paused = stop;
    }

    /** Whether time in the world stands still. */
    boolean paused() {
        return paused;
    }

    /**
     * Whether all that is on screen is synthesised.
     *
     * @return as of the last frame
     */
    public boolean complete() {
        return view.complete() >= 1 && dialogue.complete() && pushed.complete();
    }

    /**
     * How many creatures stand inside the window.
     *
     * @return as of now
     */
    public int creaturesOnScreen() {
        return view.creaturesOnScreen();
    }

    /** Shows or hides the map. */
    public void toggleMap() {
        map.toggle();
    }

    /** Shows or hides the designer's overlay. */
    public void toggleOverlay() {
        overlay.toggle();
    }

    /**
     * Whether somebody is speaking.
     *
     * @return true while the dialogue box is open
     */
    public boolean talking() {
        return dialogue.open();
    }

    @Override
    public void dispose() {
        super.dispose();
        game.artwork().forgetAll();
        view.dispose();
        chart.dispose();
        run.dispose();
    }
}
