/** The command line: one class per verb, the work is elsewhere. */
package latentwilds.training.cli;
