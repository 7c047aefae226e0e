/**
 * Makes generators from folders of images, headless. Depends on {@code core} for the model format;
 * the game never depends on it.
 */
package latentwilds.training;
