package latentwilds.model;

/**
 * A model, or a file of one, that cannot be used. The message says where, what was expected and
 * found.
 */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message where, expected, found, what to do
     */
    public ModelException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and keeps the cause.
     *
     * @param message where, expected, found, what to do
     * @param cause what was caught
     */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
