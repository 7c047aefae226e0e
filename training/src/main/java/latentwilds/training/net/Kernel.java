package latentwilds.training.net;

/** How a convolution is computed. */
enum Kernel {
    /** libtorch's own choice, oneDNN, in single precision. */
    ONEDNN,
    /** The same with bfloat16 inputs; the result is bfloat16 too. */
    BF16,
    /** A matrix product of unfolded patches: slow, but right everywhere. */
    IM2COL
}
