package latentwilds.training.net;

/** The three convolutions that the networks are made of. All have zero padding 1. */
public enum Convolution {
    /** 3 x 3, stride 1. Weight {@code [outputs][inputs][3][3]}. */
    SAME(3, 1),
    /** 4 x 4, stride 2: halves the side. Weight {@code [outputs][inputs][4][4]}. */
    HALVE(4, 2),
    /** Transposed, 4 x 4, stride 2: doubles the side. Weight {@code [inputs][outputs][4][4]}. */
    DOUBLE(4, 2);

    private final int kernel;
    private final int stride;

    Convolution(int kernel, int stride) {
        this.kernel = kernel;
        this.stride = stride;
    }

    int kernel() {
        return kernel;
    }

    int stride() {
        return stride;
    }

    /**
     * Side of the result.
     *
     * @param side of the input in pixels
     * @return pixels
     */
    int outputSide(int side) {
        return switch (this) {
            case SAME -> side;
            case HALVE -> side / 2;
            case DOUBLE -> side * 2;
        };
    }

    long[] weightShape(int inputs, int outputs) {
        return this == DOUBLE
                ? new long[] {inputs, outputs, kernel, kernel}
                : new long[] {outputs, inputs, kernel, kernel};
    }
}
