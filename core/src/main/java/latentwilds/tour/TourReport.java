package latentwilds.tour;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Version;
import com.badlogic.gdx.graphics.GL20;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentwilds.game.Chronicle;
import latentwilds.game.Run;
import latentwilds.screen.LatentWilds;
import latentwilds.screen.WorldScreen;
import latentwilds.seed.SeedCode;
import latentwilds.synthesis.SynthesisStats;
import latentwilds.world.Biome;

/** What a tour saw and measured: {@code tour.json}. */
final class TourReport {
    static final String NAME = "tour.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Object> world = new LinkedHashMap<>();
    private final Map<String, Object> visits = new LinkedHashMap<>();
    private final Map<String, Object> frames = new LinkedHashMap<>();
    private List<String> entitiesAtEnd = List.of();
    private boolean talked;

    void begin(Run run) {
        world.put("seed", SeedCode.format(run.seed()));
        world.put("seedNumber", run.seed().value());
        world.put("hash", Chronicle.worldHash(run));
        world.put("start", run.map().start());
        world.put("entitiesAtStart", Chronicle.entities(run));
    }

    void walked(LatentWilds game) {
        frames.put("count", game.frames().size());
        frames.put("p50Millis", game.frames().quantile(0.5));
        frames.put("p99Millis", game.frames().quantile(0.99));
    }

    boolean visited(Biome biome, WorldScreen screen) {
        visits.put(
                biome.label(),
                Map.of(
                        "at",
                        screen.run().heroPosition().toString(),
                        "creaturesOnScreen",
                        screen.creaturesOnScreen()));
        return true;
    }

    boolean talked(boolean talking) {
        talked = talking;
        return true;
    }

    void end(List<String> entities) {
        entitiesAtEnd = entities;
    }

    void write(Path folder, LatentWilds game) throws IOException {
        SynthesisStats stats = game.artwork().stats();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("world", world);
        all.put("modelPack", game.models().hash());
        all.put("backends", stats.backends());
        all.put("glRenderer", Gdx.gl.glGetString(GL20.GL_RENDERER));
        all.put("glVersion", Gdx.gl.glGetString(GL20.GL_VERSION));
        all.put(
                "window",
                List.of(Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight()));
        all.put("firstFrameMillis", game.milestones().firstFrameMillis());
        all.put("playableMillis", game.milestones().playableMillis());
        all.put("start", game.milestones().all());
        all.put("syntheses", stats.made());
        all.put("meanMillisPerSynthesis", stats.meanMillis());
        all.put("gate", game.artwork().gate());
        game.artwork().schedule().ifPresent(schedule -> all.put("gpuSchedule", schedule));
        all.put("walkFrames", frames);
        all.put("visits", visits);
        all.put("talked", talked);
        all.put("peakResidentMegabytes", peakResident());
        all.put("messages", game.messages());
        all.put(
                "versions",
                Map.of(
                        "java", System.getProperty("java.version"),
                        "gdx", Version.VERSION,
                        "os", System.getProperty("os.name")));
        world.put("entitiesAtEnd", entitiesAtEnd);
        Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(all) + "\n");
    }

    /** The process's largest resident size so far; -1 where the system does not tell. */
    private static long peakResident() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D+", "")) / 1024;
                }
            }
        } catch (IOException e) {
            // Only Linux has this file.
        }
        return -1;
    }
}
