package latentwilds.synthesis.gl;

/**
 * What the shader backend does in the frames, for the overlay.
 *
 * @param now what is worked on, empty if nothing
 * @param waiting calls that wait, this one included
 * @param slices draws in the last frame that had any
 * @param plannedMillis what they were expected to take on the GPU
 * @param blockedMillis how long they kept the render thread
 * @param longestMillis the longest of these so far, opening and warming up left out
 * @param longestWhat what took longest in that frame
 * @param smallestMillis what the smallest slice of the dearest pass takes: no budget is kept to
 *     more closely
 * @param bytes textures between layers and of weights
 */
public record Schedule(
        String now,
        int waiting,
        int slices,
        double plannedMillis,
        double blockedMillis,
        double longestMillis,
        String longestWhat,
        double smallestMillis,
        long bytes) {}
