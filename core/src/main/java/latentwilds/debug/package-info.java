/** The designer's overlay: what the generators, the world and the frame are doing right now. */
package latentwilds.debug;
