/** What the two networks are asked to do: the adversarial objective and the gradient penalty. */
package latentwilds.training.loss;
