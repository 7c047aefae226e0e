package latentwilds.world;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The strongest biome of every cell, and where it is a cliff. Immutable after construction; any
 * thread.
 */
final class BiomeGrid {
    private final int size;
    private final byte[] biomes;
    private final BitSet cliffs;
    private final Biome[] values = Biome.values();

    private BiomeGrid(int size, byte[] biomes, BitSet cliffs) {
        this.size = size;
        this.biomes = biomes;
        this.cliffs = cliffs;
    }

    /** Looks at every cell of a field without roads. */
    static BiomeGrid of(BiomeField wild, int size) {
        byte[] biomes = new byte[size * size];
        IntStream.range(0, size)
                .parallel()
                .forEach(
                        y -> {
                            double[] scores = new double[Biome.values().length];
                            for (int x = 0; x < size; x++) {
                                biomes[y * size + x] =
                                        (byte) wild.wildest(x + 0.5, y + 0.5, scores);
                            }
                        });
        return new BiomeGrid(size, biomes, new BitSet());
    }

    /** The same grid with cliffs, one bit per cell. */
    BiomeGrid with(BitSet steep) {
        return new BiomeGrid(size, biomes, steep);
    }

    /** The same grid, looked at anew where something was built. */
    BiomeGrid with(Ways ways, BiomeField built) {
        byte[] changed = biomes.clone();
        BitSet steep = (BitSet) cliffs.clone();
        BitSet near = ways.near();
        for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
            double x = i % size + 0.5;
            double y = i / size + 0.5;
            if (ways.touches(x, y)) {
                changed[i] = (byte) built.biome(x, y).ordinal();
                // A road is cut through, and its edges with it.
                steep.set(i, ways.barred(i));
            }
        }
        return new BiomeGrid(size, changed, steep);
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
        return at(x, y).walkable() && !cliff(x, y);
    }

    boolean cliff(int x, int y) {
        return inside(x, y) && cliffs.get(y * size + x);
    }

    int count(Biome biome) {
        int count = 0;
        for (byte b : biomes) {
            count += b == biome.ordinal() ? 1 : 0;
        }
        return count;
    }

    int hash() {
        // Not the bit set's own hash, which no specification outside of Java knows.
        return 31 * Arrays.hashCode(biomes) + Arrays.hashCode(cliffs.toByteArray());
    }
}
