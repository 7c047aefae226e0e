package latentwilds.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    @ParameterizedTest
    @CsvSource({
        "lossD, loss/D",
        "lossG, loss/G",
        "logitsReal, logits/real",
        "penalty, penalty",
        "imagesPerSecond, speed/images_per_second",
        "augment, augment/strength",
        "rateG, rate/G",
        "someNewThing, some/new_thing"
    })
    void aFieldBecomesATag(String field, String tag) {
        assertThat(Tags.tag(field)).isEqualTo(tag);
    }

    @Test
    void aRecordIsWalkedWhateverItHolds() throws IOException {
        Map<String, Double> scalars =
                Tags.scalars(
                        JsonMapper.builder()
                                .build()
                                .readTree(
                                        """
                                        {"images": 64, "logitsReal": 2, "logitsFake": -1,
                                         "penalty": "NaN", "memory": {"heapBytes": 5}, "name": "x"}
                                        """));

        assertThat(scalars)
                .containsOnlyKeys(
                        "logits/real",
                        "logits/fake",
                        "memory/heap/bytes",
                        "probability/D(x)",
                        "probability/D(G(z))",
                        "probability/real over fake");
        assertThat(scalars.get("probability/D(x)")).isCloseTo(0.880797, within(1e-6));
        assertThat(scalars.get("probability/D(G(z))")).isCloseTo(0.268941, within(1e-6));
        assertThat(scalars.get("probability/real over fake")).isCloseTo(0.952574, within(1e-6));
    }
}
