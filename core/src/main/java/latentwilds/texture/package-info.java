/**
 * Turns the pictures that {@code latentwilds.synthesis} makes into pixels that the game draws:
 * pixel art (palette, hard edges, outline) on the worker thread, textures with a bounded memory on
 * the render thread. Feeds {@code latentwilds.screen}.
 */
package latentwilds.texture;
