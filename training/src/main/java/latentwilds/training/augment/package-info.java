/**
 * Batches of real images, and the differentiable augmentation that real and fake go through before
 * the discriminator sees them.
 */
package latentwilds.training.augment;
