package latentwilds.synthesis;

import java.util.List;
import java.util.Optional;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;

/**
 * A loaded generator on one backend. Every backend gives the same picture for the same latents, up
 * to 2/255 against {@code latentwilds.synthesis.reference}. May be called from any thread, one call
 * at a time per instance is served. Holds native memory: the owner closes it, twice does no harm.
 */
public interface Generator extends AutoCloseable {

    /**
     * What this generator is.
     *
     * @return the spec of the loaded model
     */
    GeneratorSpec spec();

    /**
     * Which backend runs it.
     *
     * @return {@code reference}, {@code torch} or {@code gl}
     */
    String backend();

    /**
     * Makes one picture per input. All inputs of a call have the same grid size.
     *
     * @param inputs at least one grid with the spec's latent and code sizes
     * @return pictures in the order of the inputs
     * @throws IllegalArgumentException if a grid does not fit the spec (expected and found are
     *     named)
     * @throws IllegalStateException after {@link #close}
     */
    List<Picture> synthesise(List<LatentGrid> inputs);

    /**
     * Draws one picture per input straight to where it is shown, if this backend can. Bytes, as
     * {@code latentwilds.texture} makes them, finished where the placement asks for it.
     *
     * @param inputs as for {@link #synthesise}
     * @param placements one per input, all of one size; each is told when it is done
     * @return false, and nothing done, if this backend makes its pictures in main memory
     */
    default boolean draw(List<LatentGrid> inputs, List<Placement> placements) {
        return false;
    }

    /**
     * What a player should know about how this backend runs.
     *
     * @return one line, or nothing if there is nothing to wonder at
     */
    default Optional<String> notice() {
        return Optional.empty();
    }

    /**
     * How many pictures cost little more than one when they are made together.
     *
     * @return at least 1
     */
    default int together() {
        return 1;
    }

    /**
     * Makes one picture.
     *
     * @param input a grid with the spec's latent and code sizes
     * @return the picture
     */
    default Picture synthesise(LatentGrid input) {
        return synthesise(List.of(input)).get(0);
    }

    /** Frees native memory. Does nothing when closed already. */
    @Override
    void close();
}
