/**
 * Files that are written whole or not at all, and what went wrong with one, in words. Used by every
 * package that touches the disk.
 */
package latentwilds.training.file;
