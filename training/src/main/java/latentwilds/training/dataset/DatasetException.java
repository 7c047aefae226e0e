package latentwilds.training.dataset;

/**
 * Images or a data set that cannot be used. The message says where, what was expected and found.
 */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message where, expected, found, what to do
     */
    public DatasetException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and keeps the cause.
     *
     * @param message where, expected, found, what to do
     * @param cause what was caught
     */
    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
