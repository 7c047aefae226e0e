package latentwilds.synthesis.gl;

import com.badlogic.gdx.utils.BufferUtils;
import java.nio.IntBuffer;
import java.util.List;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Luminance;

/**
 * What the pictures of a call want, for the shaders that finish them: a row each, first ground and
 * line, then the colours to choose from; and a row of each level's light.
 */
final class Wishes {
    /** One texel, then the colours. */
    static final int WIDTH = 1 + Finish.MOST_ALLOWED;

    /** The row of levels is the last. */
    static final int HEIGHT = Layers.MOST + 1;

    private Wishes() {}

    static IntBuffer pack(List<Finish> finishes) {
        IntBuffer numbers = BufferUtils.newIntBuffer(4 * WIDTH * HEIGHT);
        for (int lane = 0; lane < finishes.size(); lane++) {
            Finish finish = finishes.get(lane);
            numbers.position(4 * WIDTH * lane);
            numbers.put(finish.rim().ground().orElse(-1));
            put(numbers, finish.rim().other());
            for (int rgb : finish.allowed()) {
                put(numbers, rgb);
                numbers.put(1);
            }
        }
        for (int level = 0; level < 256; level++) {
            numbers.put(4 * (WIDTH * Layers.MOST + level), Luminance.ofLevel(level));
        }
        numbers.position(0);
        return numbers;
    }

    private static void put(IntBuffer numbers, int rgb) {
        numbers.put(rgb >> 16 & 0xff).put(rgb >> 8 & 0xff).put(rgb & 0xff);
    }
}
