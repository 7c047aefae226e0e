/**
 * The ready-made sets from their public sources: fetches packages with the tools that publish them,
 * takes the files that a list names, cuts, stacks and colours them, and proves by count and
 * checksum that the set is the one that the recipes were made for. Its output is a folder that
 * {@code latentwilds.training.dataset} prepares like anybody's.
 */
package latentwilds.training.origin;
