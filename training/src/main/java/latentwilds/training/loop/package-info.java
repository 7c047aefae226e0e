/**
 * The training loop: options, the D and G steps, ticks, snapshots and checkpoints. Reads batches
 * from {@code latentwilds.training.augment}; listeners in {@code latentwilds.training.report} write
 * down what happens.
 */
package latentwilds.training.loop;
