/**
 * Turns latents into pictures: the {@code Generator} interface, its backends and the queue that
 * serves requests without blocking a frame. Feeds {@code latentwilds.texture}.
 */
package latentwilds.synthesis;
