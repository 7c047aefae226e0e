/** A training run on disk: a numbered folder that says what made it, and is never overwritten. */
package latentwilds.training.run;
