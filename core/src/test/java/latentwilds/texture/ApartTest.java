package latentwilds.texture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApartTest {
    private static final int TAN = 0xB09870;

    @Test
    void groundsOfOneMeanAreToldApartByWhatOneIsNowAndThen() {
        Map<String, Apart.Range> ranges = new TreeMap<>();
        ranges.put("dirt", range(0xB59A70, 0xA07040, 0xFFFFFF, 0x0000FF));
        ranges.put("gravel", range(0xB39970, 0xA8A498, 0xFFFFFF, 0x0000FF));

        Map<String, Integer> chosen = Apart.choose(ranges);

        assertThat(chosen).containsEntry("dirt", 0xA07040).containsEntry("gravel", TAN);
    }

    @Test
    void whatIsFarEnoughAsItIsStays() {
        Map<String, Apart.Range> ranges = new TreeMap<>();
        ranges.put("a", range(TAN, 0xC09060, 0, 0xFFFFFF));
        ranges.put("b", new Apart.Range(0x708040, List.of(0x607030, 0x808850)));

        assertThat(Apart.choose(ranges)).containsEntry("a", TAN).containsEntry("b", 0x708040);
    }

    @Test
    void theFarthestIsTakenWhereNoneIsFarEnough() {
        Map<String, Apart.Range> ranges = new TreeMap<>();
        ranges.put("a", range(TAN));
        ranges.put("b", range(TAN + 0x010101, TAN + 0x040404, TAN + 0x020202, 0));

        assertThat(Apart.choose(ranges)).containsEntry("b", TAN + 0x020202);
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
