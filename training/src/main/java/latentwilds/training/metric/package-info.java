/**
 * How good a generator is, in numbers: pictures of a model and images of a {@code
 * latentwilds.training.dataset} go through one feature network, and the two clouds of features are
 * compared. Every figure comes with what real images score against real images. Read by {@code
 * latentwilds.training.report}; asked by the training loop through {@link
 * latentwilds.training.metric.QuickKid}.
 */
package latentwilds.training.metric;
