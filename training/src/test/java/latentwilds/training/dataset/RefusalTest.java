package latentwilds.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void reasonsAreCountedWithoutTheirDetails() {
        List<Refusal> refusals =
                List.of(
                        new Refusal("a", "expected an image, found a damaged one (it is cut off)"),
                        new Refusal("b", "expected an image, found a damaged one (chunk (3 of 4))"),
                        new Refusal("c", "expected 64 x 64 pixels, found 1 x 1; --fit pad"),
                        new Refusal("d", "expected 32 x 32 pixels, found 7 x 9"));

        assertThat(Refusal.byReason(refusals))
                .isEqualTo(
                        Map.of(
                                "expected an image, found a damaged one",
                                2,
                                "expected N x N pixels, found N x N",
                                2));
    }
}
