/**
 * What the two networks of a run compute on their way: every layer's feature maps of one picture.
 * Takes a {@code loop} checkpoint apart and runs the {@code net}s; {@code report} draws the maps.
 */
package latentwilds.training.feature;
