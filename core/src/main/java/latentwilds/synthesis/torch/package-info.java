/**
 * The DJL backend: libtorch on the CPU, or CUDA where it is there. The only package of the game
 * that imports {@code ai.djl}; the game runs without it.
 */
package latentwilds.synthesis.torch;
