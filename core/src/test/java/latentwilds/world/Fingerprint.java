package latentwilds.world;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Activation;
import latentwilds.model.Condition;
import latentwilds.model.GeneratorSpec;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.Layer;
import latentwilds.model.RandomWeights;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;

/**
 * What a seed makes of the world, as numbers that are equal only if the worlds are.
 *
 * @param seed the run
 * @param layout of the cells, settlements and landmarks
 * @param spawns of everybody's first place
 * @param latents of the ground round the start, with codes that no training changes
 */
record Fingerprint(long seed, int layout, int spawns, int latents) {

    /** Plans a seed's island and looks at all of it. */
    static Fingerprint of(long seed) {
        Streams streams = new Streams(new RunSeed(seed));
        Island island = new Island(streams);
        Spawner spawner = new Spawner(streams, island.map());
        int layout = island.map().mapHash();
        for (Settlement settlement : island.settlements()) {
            layout = 31 * layout + hash(settlement.cell());
        }
        for (Landmark landmark : island.landmarks()) {
            layout = 31 * layout + hash(landmark.cell());
            layout = 31 * layout + landmark.kind().label().hashCode();
        }
        int spawns = 0;
        int chunks = BiomeField.SIZE / ChunkPlace.CELLS;
        for (int i = 0; i < chunks * chunks; i++) {
            ChunkPlace place = new ChunkPlace(i % chunks, i / chunks);
            for (var all : List.of(spawner.creatures(place), spawner.people(place))) {
                for (Spawner.Spawn spawn : all) {
                    spawns = 31 * spawns + hash(spawn.cell());
                    // An enum's own hash differs from process to process.
                    spawns = 31 * spawns + spawn.biome().label().hashCode();
                    spawns = 31 * spawns + Long.hashCode(spawn.id());
                }
            }
        }
        GeneratorWeights weights = weights();
        TerrainLatents ground = new TerrainLatents(streams, island.field());
        ChunkPlace start = ChunkPlace.of(island.map().start().x(), island.map().start().y());
        int latents = 0;
        for (int dx = -2; dx <= 2; dx++) {
            LatentGrid grid = ground.grid(new ChunkPlace(start.x() + dx, start.y()), weights);
            latents = 31 * latents + Arrays.hashCode(grid.noise());
            latents = 31 * latents + Arrays.hashCode(grid.code());
        }
        return new Fingerprint(seed, layout, spawns, latents);
    }

    /** A record's own hash may differ from JDK to JDK. */
    private static int hash(Cell cell) {
        return 31 * cell.x() + cell.y();
    }

    private static GeneratorWeights weights() {
        List<String> labels = Arrays.stream(Biome.values()).map(Biome::label).toList();
        Condition.Places places = new Condition.Places(Collections.nCopies(labels.size(), 5), 0.5f);
        return RandomWeights.of(
                new GeneratorSpec(
                        "terrain",
                        10,
                        2,
                        List.of(8),
                        new Condition(
                                List.of(new Condition.Group("biome", labels, 5, true, places))),
                        List.of(new Layer.UpConv(10, 3, Activation.TANH, true)),
                        3,
                        ""),
                1);
    }

    /** Reads a line of the golden file. */
    static Fingerprint parse(String line) {
        String[] parts = line.split(" ");
        return new Fingerprint(
                Long.parseLong(parts[0]),
                Integer.parseUnsignedInt(parts[1], 16),
                Integer.parseUnsignedInt(parts[2], 16),
                Integer.parseUnsignedInt(parts[3], 16));
    }

    /** A line of the golden file. */
    String line() {
        return String.format(Locale.ROOT, "%d %08x %08x %08x", seed, layout, spawns, latents);
    }
}
