/**
 * The numbers a generator is fed: Gaussian latents made from a seed, their mixes, and the world's
 * latent grid. Sits between {@code latentwilds.seed} and {@code latentwilds.synthesis}. Plain Java.
 */
package latentwilds.latent;
