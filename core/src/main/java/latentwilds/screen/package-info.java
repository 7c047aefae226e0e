/**
 * What a player sees: title, new run, loading, world, and the words and frames around them. Every
 * picture comes from {@link latentwilds.screen.Artwork}; only frames and letters are drawn here.
 */
package latentwilds.screen;
