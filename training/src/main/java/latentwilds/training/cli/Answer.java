package latentwilds.training.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a verb tells programs: one line of JSON. A number that is none (NaN, infinite) is null. */
final class Answer {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Double.class, new FiniteOrNull())
                                    .addSerializer(double.class, new FiniteOrNull()))
                    .build();

    private Answer() {}

    /** An answer whose keys are printed in the order in which they are given. */
    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            answer.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return answer;
    }

    /** As JSON without line breaks. */
    static String line(Map<String, ?> result) {
        return JSON.valueToTree(result).toString();
    }

    private static final class FiniteOrNull extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider all)
                throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }
}
