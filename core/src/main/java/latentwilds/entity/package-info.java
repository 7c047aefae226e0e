/**
 * Life on the island as Ashley entities: species and people from latents, and the factories that
 * give them bodies. Places come from {@code latentwilds.world}, pictures are made from the same
 * latents by {@code latentwilds.synthesis}; {@code latentwilds.game} owns engine and physics.
 */
package latentwilds.entity;
