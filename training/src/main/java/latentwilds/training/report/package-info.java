/** Pictures for people to look at: sheets of samples, through the backend that the game uses. */
package latentwilds.training.report;
