package latentwilds.game;

import com.badlogic.gdx.math.Vector2;
import java.util.BitSet;
import latentwilds.world.BiomeField;
import latentwilds.world.Cell;

/** What the player has seen of the island, in squares. One thread. */
public final class Explored {
    /** Side of a square in cells. */
    public static final int SQUARE = 8;

    /** Squares along the island's side. */
    public static final int SIDE = BiomeField.SIZE / SQUARE;

    /** A little farther than a screen shows. */
    private static final double SIGHT = 26;

    private final BitSet seen = new BitSet(SIDE * SIDE);

    /** Notes all squares whose middle is in sight. */
    void look(Vector2 hero) {
        int reach = (int) Math.ceil(SIGHT / SQUARE) + 1;
        int middleX = (int) Math.floor(hero.x / SQUARE);
        int middleY = (int) Math.floor(hero.y / SQUARE);
        for (int y = middleY - reach; y <= middleY + reach; y++) {
            for (int x = middleX - reach; x <= middleX + reach; x++) {
                double dx = (x + 0.5) * SQUARE - hero.x;
                double dy = (y + 0.5) * SQUARE - hero.y;
                boolean inside = x >= 0 && y >= 0 && x < SIDE && y < SIDE;
                if (inside && dx * dx + dy * dy < SIGHT * SIGHT) {
                    seen.set(y * SIDE + x);
                }
            }
        }
    }

    /**
     * Whether a square was in sight once.
     *
     * @param x squares from the west
     * @param y squares from the south
     * @return false outside of the island
     */
    public boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < SIDE && y < SIDE && seen.get(y * SIDE + x);
    }

    /**
     * Whether a place was in sight once.
     *
     * @param cell where
     * @return false outside of the island
     */
    public boolean at(Cell cell) {
        return at(Math.floorDiv(cell.x(), SQUARE), Math.floorDiv(cell.y(), SQUARE));
    }

    /**
     * How many squares were seen.
     *
     * @return grows, and only when there is something new
     */
    public int count() {
        return seen.cardinality();
    }
}
