/**
 * The two networks of a GAN as DJL arrays: a generator built from the same {@code GeneratorSpec}
 * that the game runs, a discriminator, their optimiser. Trained by {@code
 * latentwilds.training.loop}.
 */
package latentwilds.training.net;
