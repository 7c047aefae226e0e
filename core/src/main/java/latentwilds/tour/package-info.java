/**
 * The game playing itself: visits every screen, takes pictures and writes down what it measured.
 * Deterministic: time passes in equal steps and stands still while something is synthesised.
 */
package latentwilds.tour;
