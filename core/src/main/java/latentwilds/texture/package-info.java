/**
 * From a generator's picture to something that can be drawn: pixel art in plain Java, then textures
 * with a bounded place for each. Reads {@code latentwilds.synthesis}; used by {@code
 * latentwilds.screen}.
 */
package latentwilds.texture;
