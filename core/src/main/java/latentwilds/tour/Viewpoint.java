package latentwilds.tour;

import java.util.Optional;
import latentwilds.game.Run;
import latentwilds.world.Biome;
import latentwilds.world.BiomeField;
import latentwilds.world.Cell;
import latentwilds.world.WorldMap;

/** Where a biome is seen well: inside of it, with another one in sight. */
final class Viewpoint {
    private static final int GRID = 8;
    private static final int HALF_WIDTH = 12;
    private static final int HALF_HEIGHT = 7;

    private Viewpoint() {}

    /** The best place on a coarse grid; the first of equals. */
    static Optional<Cell> of(Run run, Biome biome) {
        WorldMap map = run.map();
        Cell best = null;
        double bestScore = 0;
        for (int y = GRID; y < BiomeField.SIZE; y += GRID) {
            for (int x = GRID; x < BiomeField.SIZE; x += GRID) {
                if (map.biome(x, y) == biome && map.reachable(x, y)) {
                    double score = score(map, biome, x, y);
                    if (score > bestScore) {
                        bestScore = score;
                        best = new Cell(x, y);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Beside the most cliffs in sight; the first of equals. */
    static Optional<Cell> cliff(Run run) {
        WorldMap map = run.map();
        Cell best = null;
        int most = 0;
        for (int y = GRID; y < BiomeField.SIZE; y += GRID) {
            for (int x = GRID; x < BiomeField.SIZE; x += GRID) {
                int seen = map.reachable(x, y) ? cliffs(map, x, y) : 0;
                if (seen > most) {
                    most = seen;
                    best = new Cell(x, y);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static int cliffs(WorldMap map, int x, int y) {
        int seen = 0;
        for (int dy = -HALF_HEIGHT; dy <= HALF_HEIGHT; dy++) {
            for (int dx = -HALF_WIDTH; dx <= HALF_WIDTH; dx++) {
                seen += map.cliff(x + dx, y + dy) ? 1 : 0;
            }
        }
        return seen;
    }

    /** Highest when six tenths of the view are the biome and four or five biomes are seen. */
    private static double score(WorldMap map, Biome biome, int x, int y) {
        int own = 0;
        int all = 0;
        int walkable = 0;
        boolean[] seen = new boolean[Biome.values().length];
        for (int dy = -HALF_HEIGHT; dy <= HALF_HEIGHT; dy += 2) {
            for (int dx = -HALF_WIDTH; dx <= HALF_WIDTH; dx += 2) {
                Biome there = map.biome(x + dx, y + dy);
                seen[there.ordinal()] = true;
                own += there == biome ? 1 : 0;
                walkable += there.walkable() ? 1 : 0;
                all++;
            }
        }
        int kinds = 0;
        for (boolean s : seen) {
            kinds += s ? 1 : 0;
        }
        double share = (double) own / all;
        double land = Math.min(1, 1.3 * walkable / all);
        return (1 - Math.abs(share - 0.6)) * Math.min(kinds, 4) * land;
    }
}
