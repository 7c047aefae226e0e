package latentwilds.texture;

/** Which pixels belong to the thing: all opaque ones, less the crumbs beside it. */
final class Silhouette {
    private static final double CRUMB = 0.08;

    private Silhouette() {}

    /** Keeps the largest 8-connected part, and others of at least 8 % of its size. */
    static boolean[] withoutCrumbs(boolean[] opaque, int width, int height) {
        int[] part = new int[opaque.length];
        int[] sizes = new int[opaque.length + 1];
        int[] stack = new int[opaque.length];
        int parts = 0;
        int largest = 0;
        for (int i = 0; i < opaque.length; i++) {
            if (opaque[i] && part[i] == 0) {
                parts++;
                sizes[parts] = fill(opaque, part, stack, width, height, i, parts);
                largest = Math.max(largest, sizes[parts]);
            }
        }
        boolean[] kept = new boolean[opaque.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = part[i] > 0 && sizes[part[i]] >= CRUMB * largest;
        }
        return kept;
    }

    private static int fill(
            boolean[] opaque,
            int[] part,
            int[] stack,
            int width,
            int height,
            int from,
            int number) {
        int size = 0;
        int top = 0;
        stack[top++] = from;
        part[from] = number;
        while (top > 0) {
            int at = stack[--top];
            size++;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int x = at % width + dx;
                    int y = at / width + dy;
                    int there = y * width + x;
                    if (x >= 0
                            && y >= 0
                            && x < width
                            && y < height
                            && opaque[there]
                            && part[there] == 0) {
                        part[there] = number;
                        stack[top++] = there;
                    }
                }
            }
        }
        return size;
    }
}
