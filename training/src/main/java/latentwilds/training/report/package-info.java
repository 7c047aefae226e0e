/**
 * What a run shows to people: sheets of samples through the backend that the game uses, the log and
 * pictures of a training as it goes, a model's card. Written into {@code latentwilds.training.run}
 * folders and exported models.
 */
package latentwilds.training.report;
