package latentwilds.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/** Words for JSON that does not fit. */
final class JsonProblem {
    private JsonProblem() {}

    /**
     * The path of the field, as {@code layers[1].activation}, where it is known, and the reason.
     */
    static String describe(JsonProcessingException e) {
        StringBuilder path = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
            path.append(path.isEmpty() ? "" : ": ");
        }
        return path + e.getOriginalMessage();
    }
}
