package latentwilds.synthesis.gl;

import java.util.Arrays;
import java.util.List;
import latentwilds.model.Layer;

/** What a program computes; the word is its source's preprocessor's. */
enum Op {
    DENSE("layer.frag"),
    UPCONV("layer.frag"),
    CONV3X3("layer.frag"),
    ENLARGE("enlarge.frag"),
    STRAIGHT("shape.frag"),
    PARTS("shape.frag"),
    SWEEP("shape.frag"),
    SIZE("shape.frag"),
    MOST_IN_ROW("shape.frag"),
    MOST("shape.frag"),
    CLEAR("shape.frag"),
    BEGIN("boxes.frag"),
    SUM_ROWS("boxes.frag"),
    SUMS("boxes.frag"),
    DECIDE("boxes.frag"),
    CUT("boxes.frag"),
    MEANS("boxes.frag"),
    NEAREST("boxes.frag"),
    CHOOSE("boxes.frag"),
    PAINT("paint.frag"),
    RIM_ROWS("paint.frag"),
    RIM("paint.frag"),
    PLACE("paint.frag");

    private final String file;

    Op(String file) {
        this.file = file;
    }

    /** Its source's name. */
    String file() {
        return file;
    }

    static Op of(Layer layer) {
        if (layer instanceof Layer.Dense) {
            return DENSE;
        }
        return layer instanceof Layer.UpConv ? UPCONV : CONV3X3;
    }

    /** What a {@link Finisher} needs. */
    static List<Op> finishing() {
        return Arrays.stream(values()).filter(op -> op.compareTo(STRAIGHT) >= 0).toList();
    }

    /** Kernel positions that one output pixel of a network's layer reads. */
    int reads() {
        return switch (this) {
            case UPCONV -> 4;
            case CONV3X3 -> 9;
            default -> 1;
        };
    }
}
