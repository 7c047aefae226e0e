package latentwilds.training.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with some images: the first is fatal, unless the user said to go on without them.
 */
final class Problems {
    private final boolean skip;
    private final List<String> messages = new ArrayList<>();

    Problems(boolean skip) {
        this.skip = skip;
    }

    void add(String message) {
        if (!skip) {
            throw new DatasetException(
                    message + ". Remove it, or leave such files out with --skip-bad");
        }
        messages.add(message);
    }

    List<String> messages() {
        return messages;
    }
}
