package latentwilds.tour;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.math.Vector2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import latentwilds.game.Chronicle;
import latentwilds.game.Run;
import latentwilds.game.Weather;
import latentwilds.screen.Director;
import latentwilds.screen.LatentWilds;
import latentwilds.screen.MessageScreen;
import latentwilds.screen.NewRunScreen;
import latentwilds.screen.SettingsScreen;
import latentwilds.screen.TitleScreen;
import latentwilds.screen.WorldScreen;
import latentwilds.synthesis.gl.Schedule;
import latentwilds.world.Biome;
import latentwilds.world.Cell;
import latentwilds.world.Landmark;
import latentwilds.world.Settlement;
import latentwilds.world.Spawner;

/**
 * Title, settings, new run, a walk, four biomes, a cliff, water, landmarks, a talk, the overlay:
 * {@code 01-title.png} to {@code tour.json} in a folder. Ends the game when done.
 */
public final class Tour implements Director {
    private static final int WALK_FRAMES = 150;
    private static final int SETTLE_FRAMES = 20;

    /** Long enough to see and be seen, too short for a creature to come near. */
    private static final int A_LOOK = 3;

    private static final int BIOMES = 4;
    private static final int PUSHES = 4;
    private static final int MAX_IDLE_FRAMES = 60 * 60;

    /** Wanted first; others step in where an island lacks one. */
    private static final List<Biome> WANTED =
            List.of(
                    Biome.FOREST_FLOOR,
                    Biome.SNOW,
                    Biome.SAND,
                    Biome.VOLCANIC,
                    Biome.MEADOW,
                    Biome.SWAMP,
                    Biome.GRASS,
                    Biome.DRY_GRASS,
                    Biome.DIRT,
                    Biome.GRAVEL,
                    Biome.ICE,
                    Biome.ROCK);

    private final Path folder;
    private final Camera camera;
    private final TourReport report = new TourReport();
    private final Deque<Scene> scenes = new ArrayDeque<>();
    private Optional<String> failure = Optional.empty();
    private int frames;
    private String synthesised = "";

    /**
     * Plans a tour.
     *
     * @param folder where pictures and figures go; made if it is not there
     * @throws IOException if it cannot be made or written to
     */
    public Tour(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(TourReport.NAME));
        // Now rather than after two minutes of touring.
        Files.delete(Files.createTempFile(folder, "tour", ".part"));
        camera = new Camera(folder);
        scenes.add(game -> game.artwork().ready());
        scenes.add(new Wait(4 * SETTLE_FRAMES));
        scenes.add(game -> ((TitleScreen) game.screen()).complete());
        scenes.add(picture("01-title"));
        scenes.add(press(Input.Keys.DOWN, Input.Keys.DOWN, Input.Keys.ENTER));
        scenes.add(game -> game.screen() instanceof SettingsScreen);
        scenes.add(press(Input.Keys.DOWN));
        scenes.add(new Wait(4 * SETTLE_FRAMES));
        scenes.add(game -> ((SettingsScreen) game.screen()).complete());
        scenes.add(picture("settings"));
        scenes.add(press(Input.Keys.ESCAPE));
        scenes.add(
                game -> {
                    game.show(new NewRunScreen(game, game.suggestedSeed()));
                    return true;
                });
        scenes.add(game -> ((NewRunScreen) game.screen()).complete());
        scenes.add(new Wait(3 * SETTLE_FRAMES));
        scenes.add(picture("02-new-run"));
        scenes.add(
                game -> {
                    ((NewRunScreen) game.screen()).begin();
                    return true;
                });
        scenes.add(game -> game.screen() instanceof WorldScreen);
        scenes.add(this::enter);
    }

    /** In the world: what comes next depends on its map. */
    private boolean enter(LatentWilds game) {
        WorldScreen world = (WorldScreen) game.screen();
        Run run = world.run();
        report.begin(run);
        game.frames().clear();
        scenes.add(new Walk(new Vector2(1, 0.4f), WALK_FRAMES));
        scenes.add(new Walk(new Vector2(-1, 0.2f), WALK_FRAMES));
        scenes.add(
                g -> {
                    report.walked(g);
                    return true;
                });
        Map<Biome, Cell> views = new LinkedHashMap<>();
        for (Biome biome : WANTED) {
            if (views.size() < BIOMES) {
                Viewpoint.of(run, biome).ifPresent(cell -> views.put(biome, cell));
            }
        }
        views.forEach((biome, cell) -> look(world, biome, cell));
        Viewpoint.cliff(run).ifPresent(cell -> view("cliff", cell));
        Viewpoint.of(run, Biome.SHALLOW_WATER).ifPresent(cell -> view("water", cell));
        for (Landmark.Kind kind : Landmark.Kind.values()) {
            run.map().landmarks().stream()
                    .filter(landmark -> landmark.kind() == kind)
                    .findFirst()
                    .ifPresent(this::landmark);
        }
        Spawner.Spawn person = run.hosts().get(0);
        // So near that it speaks.
        go(r -> r.place(new Cell(person.cell().x() - 1, person.cell().y() - 1)));
        scenes.add(new Walk(new Vector2(), SETTLE_FRAMES));
        scenes.add(new Synthesised());
        scenes.add(g -> report.talked(world.talking()));
        scenes.add(picture("dialogue"));
        for (Settlement settlement : run.map().settlements()) {
            go(r -> r.arrive(settlement.cell()));
            scenes.add(new Walk(new Vector2(), A_LOOK));
        }
        visit(run.map().start());
        toggle(world::toggleMap);
        scenes.add(new Wait(2));
        scenes.add(picture("map"));
        toggle(world::toggleMap);
        weather(world, "rain", Weather.RAIN);
        weather(world, "snow", Weather.SNOW);
        weather(world, "fog", Weather.FOG);
        toggle(() -> world.force(Optional.empty()));
        toggle(world::toggleOverlay);
        scenes.add(new Walk(new Vector2(0.5f, -1), 3 * SETTLE_FRAMES));
        scenes.add(new Synthesised());
        toggle(world::choosePush);
        scenes.add(picture("overlay"));
        toggle(
                () -> {
                    for (int step = 0; step < PUSHES; step++) {
                        world.push(true);
                    }
                });
        scenes.add(new Wait(2));
        scenes.add(new Synthesised());
        scenes.add(picture("pushed"));
        scenes.add(this::finish);
        return true;
    }

    /** As a player without a mouse does. */
    private static Scene press(int... keys) {
        return game -> {
            for (int key : keys) {
                Gdx.input.getInputProcessor().keyDown(key);
            }
            return true;
        };
    }

    private void weather(WorldScreen world, String name, Weather weather) {
        toggle(() -> world.force(Optional.of(weather)));
        scenes.add(new Wait(2));
        scenes.add(picture("weather-" + name));
    }

    private void toggle(Runnable what) {
        scenes.add(
                game -> {
                    what.run();
                    return true;
                });
    }

    private void view(String name, Cell cell) {
        visit(cell);
        scenes.add(new Walk(new Vector2(0, -0.001f), A_LOOK));
        scenes.add(new Synthesised());
        scenes.add(picture(name));
    }

    /** At once, before anything of it is synthesised, and then as it is. */
    private void landmark(Landmark landmark) {
        String name = landmark.kind().label();
        at(run -> run.arrive(landmark.cell()));
        scenes.add(picture(name + "-at-once"));
        view(name, landmark.cell());
    }

    private void look(WorldScreen world, Biome biome, Cell cell) {
        visit(cell);
        scenes.add(new Walk(new Vector2(0, -0.001f), A_LOOK));
        scenes.add(new Synthesised());
        scenes.add(picture("world-" + biome.label()));
        scenes.add(g -> report.visited(biome, world));
    }

    private void visit(Cell cell) {
        go(run -> run.arrive(cell));
    }

    private void go(Consumer<Run> there) {
        at(there);
        scenes.add(new Synthesised());
    }

    private void at(Consumer<Run> there) {
        scenes.add(
                game -> {
                    there.accept(((WorldScreen) game.screen()).run());
                    return true;
                });
    }

    private Scene picture(String name) {
        return game -> {
            camera.take(name);
            return true;
        };
    }

    private boolean finish(LatentWilds game) {
        Run run = ((WorldScreen) game.screen()).run();
        report.end(Chronicle.entities(run));
        try {
            report.write(folder, game);
        } catch (IOException e) {
            failure = Optional.of("%s: cannot be written: %s".formatted(folder, e.getMessage()));
        }
        return true;
    }

    @Override
    public void frame(LatentWilds game) {
        if (game.screen() instanceof MessageScreen message) {
            camera.take("message");
            stop(message.message());
            return;
        }
        Scene scene = scenes.peek();
        if (scene == null) {
            Gdx.app.exit();
        } else if (scene.frame(game)) {
            scenes.poll();
            frames = 0;
        } else if (progress(game)) {
            frames = 0;
        } else if (++frames > MAX_IDLE_FRAMES) {
            stop(
                    "The tour waited for %d frames in vain: %s"
                            .formatted(frames, game.artwork().failure().orElse("nothing failed")));
        }
    }

    /** Whether synthesis got on: a slow one is waited for. */
    private boolean progress(LatentWilds game) {
        if (game.artwork() == null) {
            return false;
        }
        String now =
                game.artwork().progress()
                        + game.artwork().schedule().map(Schedule::now).orElse("")
                        + game.artwork().stats().made();
        boolean moved = !now.equals(synthesised);
        synthesised = now;
        return moved;
    }

    private void stop(String message) {
        failure = Optional.of(message);
        scenes.clear();
        Gdx.app.exit();
    }

    /**
     * What went wrong.
     *
     * @return one line, or nothing after a complete tour
     */
    public Optional<String> failure() {
        return failure;
    }

    /** Some frames of nothing. */
    private static final class Wait implements Scene {
        private int left;

        Wait(int frames) {
            left = frames;
        }

        @Override
        public boolean frame(LatentWilds game) {
            return --left <= 0;
        }
    }

    /** Walks for some frames. */
    private static final class Walk implements Scene {
        private final Vector2 direction;
        private int left;

        Walk(Vector2 direction, int frames) {
            this.direction = direction;
            left = frames;
        }

        @Override
        public boolean frame(LatentWilds game) {
            WorldScreen world = (WorldScreen) game.screen();
            world.pause(false);
            world.direct(direction);
            if (--left > 0) {
                return false;
            }
            world.pause(true);
            world.direct(new Vector2());
            return true;
        }
    }

    /** Time stands still until all on screen is there. */
    private static final class Synthesised implements Scene {
        private boolean drawn;

        @Override
        public boolean frame(LatentWilds game) {
            WorldScreen world = (WorldScreen) game.screen();
            world.pause(true);
            // The first frame after a change only asks.
            boolean done = drawn && world.complete();
            drawn = true;
            return done;
        }
    }
}
