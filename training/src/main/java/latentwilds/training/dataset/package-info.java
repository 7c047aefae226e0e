/**
 * From somebody's images to a data set that can be trained on: {@code prepare} reads a zip or a
 * folder, checks and cuts, and writes a folder of uniform PNGs with a manifest. Read by {@code
 * latentwilds.training.loop} through {@code augment}.
 */
package latentwilds.training.dataset;
