package latentwilds.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApartTest {
    private static final int TAN = 0xB09870;

    @Test
    void groundsOfOneMeanAreToldApartByWhatEachIsNowAndThen() {
        Map<String, Integer> chosen =
                Apart.choose(
                        Map.of(
                                "dirt", range(0xB59A70, 0xA07040, 0xFFFFFF, 0x0000FF),
                                "gravel", range(0xB39970, 0xA8A498, 0xFFFFFF, 0x0000FF)));
        assertThat(chosen).containsEntry("dirt", 0xA07040).containsEntry("gravel", 0xA8A498);
    }

    @Test
    void whatIsUnusualForAGroundIsNotTaken() {
        Map<String, Integer> chosen =
                Apart.choose(
                        Map.of("a", range(TAN, TAN, 0xFF0000, 0x00FF00), "b", range(TAN, TAN)));
        assertThat(chosen).containsEntry("a", TAN);
    }

    @Test
    void aGroundOfOneColourKeepsItAndTheOtherGivesWay() {
        Map<String, Integer> chosen =
                Apart.choose(
                        Map.of("plain", range(TAN), "varied", range(TAN, 0x907850, 0, 0xFFFFFF)));
        assertThat(chosen).containsEntry("plain", TAN).containsEntry("varied", 0x907850);
    }

    private static Apart.Range range(Integer... each) {
        return new Apart.Range(TAN, List.of(each));
    }
}
