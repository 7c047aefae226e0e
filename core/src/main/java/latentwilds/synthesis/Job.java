package latentwilds.synthesis;

import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;

/**
 * A request on its way through the {@link RequestQueue}, which owns {@code priority} and {@code
 * cancelled}. The rest is the worker's, until the job is finished.
 */
final class Job {
    private final Request<?> request;
    private LatentGrid input;
    private Runnable delivery;
    private Priority priority;
    private volatile boolean cancelled;

    Job(Request<?> request) {
        this.request = request;
        priority = request.priority();
    }

    Request<?> request() {
        return request;
    }

    Priority priority() {
        return priority;
    }

    void raise(Priority higher) {
        priority = higher;
    }

    boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    /** Makes the generator's input, once. */
    void makeInput(GeneratorWeights weights) {
        if (input == null) {
            input = request.input().apply(weights);
        }
    }

    /** The generator's input, null until it is made. */
    LatentGrid input() {
        return input;
    }

    /** Whether both inputs are made and of one grid size. */
    boolean sameSize(Job other) {
        return input != null
                && other.input != null
                && input.rows() == other.input.rows()
                && input.columns() == other.input.columns();
    }

    /** Keeps what the picture became, for {@link #deliver}. */
    void finish(Picture picture) {
        delivery = delivery(request, picture);
    }

    /** The picture is where it is shown already. */
    void drawn() {
        delivery = () -> {};
    }

    private static <T> Runnable delivery(Request<T> request, Picture picture) {
        T result = request.finish().apply(picture);
        return () -> request.ready().accept(result);
    }

    void deliver() {
        delivery.run();
    }
}
