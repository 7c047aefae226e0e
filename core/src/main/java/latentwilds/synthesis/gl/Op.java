package latentwilds.synthesis.gl;

import latentwilds.model.Layer;

/** What a program computes; the word is its source's preprocessor's. */
enum Op {
    DENSE,
    UPCONV,
    CONV3X3,
    ENLARGE;

    static Op of(Layer layer) {
        if (layer instanceof Layer.Dense) {
            return DENSE;
        }
        return layer instanceof Layer.UpConv ? UPCONV : CONV3X3;
    }

    /** Kernel positions that one output pixel reads. */
    int reads() {
        return switch (this) {
            case UPCONV -> 4;
            case CONV3X3 -> 9;
            case DENSE, ENLARGE -> 1;
        };
    }
}
