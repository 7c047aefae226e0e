/**
 * Islands from above: pictures of {@code latentwilds.world}'s plans in the mean colours of the
 * ground, for the new-run screen, the map, and {@code ./play --preview}.
 */
package latentwilds.preview;
