package latentwilds.world;

import java.util.List;

/**
 * How far from each other places shall be.
 *
 * @param farthest metres that are tried first
 * @param nearest metres that are too near
 * @param closer what the distance is multiplied with as long as more places are wanted
 */
record Spread(double farthest, double nearest, double closer) {
    /**
     * Chooses more places, earlier candidates first.
     *
     * @param chosen those that are there already; grows
     * @param wanted how many there shall be; fewer where there is no room
     */
    void choose(List<Cell> candidates, List<Cell> chosen, int wanted) {
        for (double apart = farthest; apart > nearest && chosen.size() < wanted; apart *= closer) {
            for (Cell cell : candidates) {
                if (chosen.size() < wanted && far(cell, chosen, apart)) {
                    chosen.add(cell);
                }
            }
        }
    }

    /** Whether a cell is at least so many metres from all others. */
    static boolean far(Cell cell, List<Cell> others, double apart) {
        return others.stream().allMatch(o -> o.distance(cell) >= apart);
    }
}
