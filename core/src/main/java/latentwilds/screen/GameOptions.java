package latentwilds.screen;

import java.nio.file.Path;
import java.util.Optional;
import latentwilds.synthesis.Backend;
import latentwilds.synthesis.gl.ProgramCache;

/**
 * How the game was started.
 *
 * @param assets the folder that the game reads
 * @param models folder with one folder per kind; usually inside the assets
 * @param backend where pictures are made, if the command line says
 * @param budgetMillis milliseconds of a frame that synthesis on the GPU may take, if it says
 * @param programs shaders of former starts, if they can be kept
 * @param seed a code, number or text for the first run
 */
public record GameOptions(
        Path assets,
        Path models,
        Optional<Backend> backend,
        Optional<Double> budgetMillis,
        Optional<ProgramCache> programs,
        Optional<String> seed) {}
