/**
 * The island as plain arithmetic on the run's seed: climate, biomes, the latent grid under each
 * chunk, where one can walk, and where something lives. Reads {@code latentwilds.latent}; {@code
 * latentwilds.entity} and {@code latentwilds.game} put life into it.
 */
package latentwilds.world;
