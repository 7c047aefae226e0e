/**
 * A run: one seed's world, its rules and its state, stepped 60 times a second. Screens show it and
 * steer it; nothing here knows of windows or pictures.
 */
package latentwilds.game;
