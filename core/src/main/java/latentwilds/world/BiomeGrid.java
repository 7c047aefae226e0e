package latentwilds.world;

import java.util.Arrays;

/** The strongest biome of every cell. Immutable after construction; any thread. */
final class BiomeGrid {
    private final int size;
    private final byte[] biomes;
    private final Biome[] values = Biome.values();

    private BiomeGrid(int size, byte[] biomes) {
        this.size = size;
        this.biomes = biomes;
    }

    /** Looks at every cell of a field without roads. */
    static BiomeGrid of(BiomeField wild, int size) {
        byte[] biomes = new byte[size * size];
        double[] scores = new double[Biome.values().length];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                biomes[y * size + x] = (byte) wild.wildest(x + 0.5, y + 0.5, scores);
            }
        }
        return new BiomeGrid(size, biomes);
    }

    /** The same grid, looked at anew where something was built. */
    BiomeGrid with(Ways ways, BiomeField built) {
        byte[] changed = biomes.clone();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (ways.touches(x + 0.5, y + 0.5)) {
                    changed[y * size + x] = (byte) built.biome(x + 0.5, y + 0.5).ordinal();
                }
            }
        }
        return new BiomeGrid(size, changed);
    }

    int size() {
        return size;
    }

    boolean inside(int x, int y) {
        return x >= 0 && y >= 0 && x < size && y < size;
    }

    /** Deep water outside of the island. */
    Biome at(int x, int y) {
        return inside(x, y) ? values[biomes[y * size + x]] : Biome.DEEP_WATER;
    }

    boolean walkable(int x, int y) {
        return at(x, y).walkable();
    }

    int count(Biome biome) {
        int count = 0;
        for (byte b : biomes) {
            count += b == biome.ordinal() ? 1 : 0;
        }
        return count;
    }

    int hash() {
        return Arrays.hashCode(biomes);
    }
}
