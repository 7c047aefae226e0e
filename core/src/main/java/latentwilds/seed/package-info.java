/**
 * One seed is one world: the run's seed, its share code, and one independent random stream per
 * purpose. Plain Java; everything that decides the game starts here.
 */
package latentwilds.seed;
