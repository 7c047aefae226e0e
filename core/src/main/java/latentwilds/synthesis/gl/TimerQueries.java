package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/**
 * Times what is drawn with GL's timer queries, whose answers come some frames later. Not for
 * renderers in software, see {@link ProcessorClock}.
 */
final class TimerQueries implements Stopwatch {
    /** GL 3.3's name, which GL 3.0 and ES 3.0 do not have. */
    static final int TIME_ELAPSED = 0x88BF;

    private static final int COUNTER_BITS = 0x8864;

    /** Most that is timed before the first answer comes. */
    static final int QUERIES = 32;

    private static final int NONE = 0;

    private record Running(int query, long frame, long since, DoubleConsumer answer) {}

    private final GL30 gl;
    private final LongSupplier clock;
    private final Deque<Integer> free = new ArrayDeque<>();
    private final IntBuffer value = BufferUtils.newIntBuffer(1);
    private final Deque<Running> running = new ArrayDeque<>();
    private long frame;
    private int open = NONE;
    private long start;

    TimerQueries(GL30 gl, LongSupplier clock) {
        this.gl = gl;
        this.clock = clock;
        int[] names = new int[QUERIES];
        gl.glGenQueries(QUERIES, names, 0);
        for (int name : names) {
            free.add(name);
        }
    }

    /** Whether a context has timer queries. */
    static boolean supported(GL30 gl) {
        IntBuffer bits = BufferUtils.newIntBuffer(16);
        gl.glGetQueryiv(TIME_ELAPSED, COUNTER_BITS, bits);
        // A context that does not know the name says so with an error, which nobody else must see.
        return gl.glGetError() == GL20.GL_NO_ERROR && bits.get(0) > 0;
    }

    @Override
    public boolean seesGpu() {
        return true;
    }

    @Override
    public void frame(boolean hidden) {
        // What others draw is not counted.
    }

    @Override
    public void begin() {
        if (!free.isEmpty()) {
            open = free.poll();
            start = clock.getAsLong();
            gl.glBeginQuery(TIME_ELAPSED, open);
        }
    }

    @Override
    public void end(DoubleConsumer answer) {
        if (open != NONE) {
            gl.glEndQuery(TIME_ELAPSED);
            running.add(new Running(open, frame, start, answer));
            open = NONE;
        }
    }

    @Override
    public void poll() {
        frame++;
        for (Running next = running.peek(); next != null; next = running.peek()) {
            gl.glGetQueryObjectuiv(next.query(), GL30.GL_QUERY_RESULT_AVAILABLE, value);
            if (value.get(0) == 0) {
                return;
            }
            gl.glGetQueryObjectuiv(next.query(), GL30.GL_QUERY_RESULT, value);
            running.poll();
            free.add(next.query());
            next.answer().accept(Integer.toUnsignedLong(value.get(0)));
        }
    }

    @Override
    public long lag() {
        return running.isEmpty() ? 0 : frame - running.peek().frame();
    }

    @Override
    public long lagNanos() {
        return running.isEmpty() ? 0 : clock.getAsLong() - running.peek().since();
    }

    @Override
    public void close() {
        running.forEach(r -> free.add(r.query()));
        running.clear();
        int[] names = free.stream().mapToInt(Integer::intValue).toArray();
        free.clear();
        gl.glDeleteQueries(names.length, names, 0);
    }
}
