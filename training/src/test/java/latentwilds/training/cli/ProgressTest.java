package latentwilds.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import latentwilds.training.loop.Tick;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void aLineSaysHowFarHowFastAndWhoWins() throws JsonProcessingException {
        assertThat(Progress.line(tick("1.25"), 400_000))
                .isEqualTo(
                        "3200 of 400000 images, 1 h 06 min left, 100.0 images/s,"
                                + " loss D 0.500 G 1.250, D(x) 0.88 D(G(z)) 0.27");
    }

    @Test
    void duringTheHeadStartTheGeneratorWaits() throws JsonProcessingException {
        assertThat(Progress.line(tick("\"NaN\""), 400_000)).contains("loss D 0.500 G waits, D(x)");
    }

    private static Tick tick(String lossG) throws JsonProcessingException {
        return JsonMapper.builder()
                .build()
                .readValue(
                        """
                        {"images":3200,"seconds":32,"imagesPerSecond":100,"lossD":0.5,
                         "lossG":%s,"logitsReal":2,"logitsFake":-1,"penalty":0}\
                        """
                                .formatted(lossG),
                        Tick.class);
    }
}
