package latentwilds.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelPack;
import latentwilds.preview.Colours;
import latentwilds.preview.IslandPicture;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.BackendChooser;
import latentwilds.synthesis.Generator;
import latentwilds.world.ChunkPlace;
import latentwilds.world.Island;
import latentwilds.world.TerrainLatents;

/**
 * Times the world: an island's plan and preview, a chunk against the bare network, seams, and the
 * memory of a long walk. Prints every figure with its bar and writes one JSON file. All of it on
 * the render thread: nothing else is to run meanwhile.
 */
public final class WorldBench extends Benchmark {
    private static final int PLANS = 5;
    private static final int CHUNKS = 24;
    private static final int PLACES = 200;
    private static final int TILES = 20_000;
    private static final int PREVIEW = 512;

    /** A hundredth of the work: too little to judge by, enough to see that it runs. */
    private static final int BRIEFLY = 100;

    private final ModelPack models;
    private final Backend backend;
    private final int share;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * Plans a benchmark.
     *
     * @param models which generators
     * @param backend that makes the ground, without GL
     * @param file where the figures go
     * @param brief whether to do a hundredth only, and to judge nothing by the walk
     * @throws IOException if it cannot be written to
     */
    public WorldBench(ModelPack models, Backend backend, Path file, boolean brief)
            throws IOException {
        super(file);
        share = brief ? BRIEFLY : 1;
        this.models = models;
        this.backend = backend;
    }

    @Override
    public void create() {
        run(circumstances(models.hash()), this::measure);
    }

    private void measure(Map<String, Object> all) throws Exception {
        GeneratorWeights weights = models.model("terrain").weights();
        plans(all);
        try (Generator generator = new BackendChooser(backend, System.err::println).open(weights)) {
            all.put("backend", generator.backend());
            ChunkMaker maker = new ChunkMaker(generator, weights);
            chunks(all, maker);
            SeamBench seams = new SeamBench(maker);
            all.put("seams", seams.run(PLACES / share));
            bars.add(new Bar("seams across chunks / cells", seams.acrossToCells(), 0.95, 1.05));
            List<WalkBench.Mark> marks = new WalkBench(maker).run(TILES / share);
            all.put("walk", marks);
            Map<String, Double> growths = share == 1 ? WalkBench.growth(marks) : Map.of();
            growths.forEach(
                    (what, growth) ->
                            bars.add(Bar.atMost(what + ", 20,000 tiles / 5,000", growth, 1.1)));
        }
        all.put("bars", bars);
        bars.forEach(bar -> System.out.println(bar.line()));
    }

    private void plans(Map<String, Object> all) throws Exception {
        Timing cold = Timing.of(() -> island(100));
        Timing warm = null;
        for (int i = 0; i < Math.max(1, PLANS / share); i++) {
            long seed = i;
            Timing timing = Timing.of(() -> island(seed));
            warm = warm == null || timing.wallMillis() < warm.wallMillis() ? timing : warm;
        }
        Colours colours = Colours.onMaps(models.model("terrain").card());
        Timing preview =
                Timing.of(
                        () -> IslandPicture.marked(island(200), colours.in(streams(200)), PREVIEW));
        all.put("planCold", cold);
        all.put("planWarm", warm);
        all.put("preview", preview);
        bars.add(Bar.atMost("island plan, cold (s)", cold.wallMillis() / 1e3, 1));
        bars.add(Bar.atMost("island plan, warm (s)", warm.wallMillis() / 1e3, 1));
        bars.add(Bar.atMost("preview with its plan (s)", preview.wallMillis() / 1e3, 1));
    }

    private static Island island(long seed) {
        return new Island(streams(seed));
    }

    private static Streams streams(long seed) {
        return new Streams(new RunSeed(seed));
    }

    /** Alternately, so that whatever disturbs, disturbs both; the medians are compared. */
    private void chunks(Map<String, Object> all, ChunkMaker maker) throws Exception {
        Streams streams = new Streams(new RunSeed(1));
        Island island = island(1);
        TerrainLatents latents = new TerrainLatents(streams, island.field());
        ChunkPlace start = ChunkPlace.of(island.map().start().x(), island.map().start().y());
        List<Double> chunk = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = share == 1 ? -4 : 0; i < Math.max(1, CHUNKS / share); i++) {
            ChunkPlace place = new ChunkPlace(start.x() + i % 5, start.y() + i / 5);
            LatentGrid middle = maker.middle(latents, place);
            double whole = Timing.of(() -> maker.chunk(latents, place)).wallMillis();
            double network = Timing.of(() -> maker.bare(middle)).wallMillis();
            if (i >= 0) {
                chunk.add(whole);
                bare.add(network);
            }
        }
        all.put("chunkMillis", Timing.median(chunk));
        all.put("bareNetworkMillis", Timing.median(bare));
        bars.add(
                Bar.atMost(
                        "chunk / bare network", Timing.median(chunk) / Timing.median(bare), 1.4));
    }
}
