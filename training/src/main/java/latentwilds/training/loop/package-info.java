/**
 * The training loop: options, the D and G steps, ticks, snapshots and checkpoints. Reads {@code
 * latentwilds.training.dataset}, writes through {@code latentwilds.training.run}.
 */
package latentwilds.training.loop;
