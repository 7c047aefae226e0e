/**
 * What a generator is: its spec (layers, latent size, condition), its weights as safetensors and
 * its card. Written by {@code training}, read by {@code latentwilds.synthesis}. Plain Java.
 */
package latentwilds.model;
