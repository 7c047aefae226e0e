package latentwilds.texture;

/**
 * Cuts a set of colours into boxes: again and again the box whose colours differ most, across the
 * channel in which they differ most, at the mean.
 */
final class ColourBoxes {
    private static final int[] SHIFTS = {16, 8, 0};

    private final int[] samples;

    /** Reorders the array as it cuts. */
    ColourBoxes(int[] samples) {
        this.samples = samples;
    }

    /** A run of the samples: where it starts and ends, where to cut it, what is gained by that. */
    private record Box(int from, int to, int shift, long sum, double spread) {}

    /** Mean colours of the boxes: at most so many, fewer if there are fewer colours. */
    int[] cut(int most) {
        Box[] boxes = new Box[most];
        boxes[0] = box(0, samples.length);
        int count = 1;
        while (count < most) {
            int widest = 0;
            for (int i = 1; i < count; i++) {
                widest = boxes[i].spread() > boxes[widest].spread() ? i : widest;
            }
            Box box = boxes[widest];
            if (box.spread() == 0) {
                break;
            }
            int middle = partition(box);
            boxes[widest] = box(box.from(), middle);
            boxes[count++] = box(middle, box.to());
        }
        int[] colours = new int[count];
        for (int i = 0; i < count; i++) {
            colours[i] = mean(boxes[i]);
        }
        return colours;
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
            // The sum of squared distances from the mean, times n to stay whole until here.
            long spreadTimesN = n * squares - sum * sum;
            double spread = (double) spreadTimesN / Math.max(1, n);
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
