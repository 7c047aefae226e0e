package latentwilds.synthesis;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;

/**
 * One wish for a picture. Requests with equal keys are one wish: the first one's functions are
 * called.
 *
 * @param key identifies the result; a value with {@code equals} and {@code hashCode}, such as a
 *     record
 * @param kind which generator, for example {@code monsters}
 * @param priority how soon it is wanted
 * @param input makes the generator's input from its weights; runs on the worker thread
 * @param finish turns the picture into what is wanted (pixels, colours); runs on the worker thread
 * @param ready takes the result; runs on the thread that calls {@link Synthesiser#deliver}
 * @param placement where a generator on the GPU may draw the picture itself; then neither {@code
 *     finish} nor {@code ready} is called
 * @param <T> what is wanted
 */
public record Request<T>(
        Object key,
        String kind,
        Priority priority,
        Function<GeneratorWeights, LatentGrid> input,
        Function<Picture, T> finish,
        Consumer<T> ready,
        Optional<Placement> placement) {

    /**
     * A request for a picture that goes through main memory.
     *
     * @param key as above
     * @param kind as above
     * @param priority as above
     * @param input as above
     * @param finish as above
     * @param ready as above
     */
    public Request(
            Object key,
            String kind,
            Priority priority,
            Function<GeneratorWeights, LatentGrid> input,
            Function<Picture, T> finish,
            Consumer<T> ready) {
        this(key, kind, priority, input, finish, ready, Optional.empty());
    }
}
