package latentwilds.texture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import latentwilds.synthesis.Finish;

/**
 * Cuts a set of colours into boxes: in each step those whose colours differ most, across the
 * channel in which they differ most, at the mean. Shaders do the same ({@code boxes.frag}).
 */
final class ColourBoxes {
    private static final int[] SHIFTS = {16, 8, 0};

    private final int[] samples;

    /** Reorders the array as it cuts. */
    ColourBoxes(int[] samples) {
        this.samples = samples;
    }

    /** A run of the samples: where it starts and ends, where to cut it, what is gained by that. */
    private record Box(int from, int to, int shift, long sum, long spread) {}

    /** Mean colours of the boxes: at most so many, fewer if there are fewer colours. */
    int[] cut(int most) {
        Box[] boxes = new Box[most];
        boxes[0] = box(0, samples.length);
        int count = 1;
        for (int step = Finish.boxes(most).length; step > 0; step--) {
            count += cut(boxes, count, Finish.cuts(count, most));
        }
        return Arrays.stream(boxes, 0, count).mapToInt(this::mean).toArray();
    }

    /**
     * Cuts the widest boxes; the upper halves go behind all others, the widest one's first.
     *
     * @return how many could be cut
     */
    private int cut(Box[] boxes, int count, int cuts) {
        int[] widest =
                IntStream.range(0, count)
                        .filter(i -> boxes[i].spread() > 0)
                        .boxed()
                        .sorted(Comparator.comparingLong(i -> -boxes[i].spread()))
                        .limit(cuts)
                        .mapToInt(i -> i)
                        .toArray();
        for (int rank = 0; rank < widest.length; rank++) {
            Box box = boxes[widest[rank]];
            int middle = partition(box);
            boxes[widest[rank]] = box(box.from(), middle);
            boxes[count + rank] = box(middle, box.to());
        }
        return widest.length;
    }

    private Box box(int from, int to) {
        int n = to - from;
        Box best = new Box(from, to, 0, 0, 0);
        for (int shift : SHIFTS) {
            long sum = 0;
            long squares = 0;
            for (int i = from; i < to; i++) {
                int value = samples[i] >> shift & 0xff;
                sum += value;
                squares += value * value;
            }
            // Squared distances from the rounded mean: shaders' 32 bits hold that for 128 x 128
            // pixels.
            long mean = n == 0 ? 0 : (sum + n / 2) / n;
            long spread = squares - 2 * mean * sum + n * mean * mean;
            if (spread > best.spread()) {
                best = new Box(from, to, shift, sum, spread);
            }
        }
        return best;
    }

    /** Moves values up to the mean to the front; both halves have at least one. */
    private int partition(Box box) {
        long n = box.to() - box.from();
        int middle = box.from();
        for (int i = box.from(); i < box.to(); i++) {
            int sample = samples[i];
            if ((sample >> box.shift() & 0xff) * n <= box.sum()) {
                samples[i] = samples[middle];
                samples[middle++] = sample;
            }
        }
        return middle;
    }

    private int mean(Box box) {
        int rgb = 0;
        for (int shift : SHIFTS) {
            int sum = 0;
            for (int i = box.from(); i < box.to(); i++) {
                sum += samples[i] >> shift & 0xff;
            }
            rgb |= Palette.mean(sum, Math.max(1, box.to() - box.from())) << shift;
        }
        return rgb;
    }
}
