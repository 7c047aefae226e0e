package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"320,180,1", "640,480,2", "1280,720,3", "1920,1080,4", "2560,1440,6", "480,1000,2"})
    void pixelsAreEnlargedByAWholeNumberThatFits(int width, int height, int expected) {
        assertThat(Scale.of(width, height)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,2", "4,3", "6,4"})
    void theDesignersLettersAreSmallerAndSharp(int scale, int expected) {
        assertThat(Scale.small(scale)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3,2,2", "3,4,4", "4,2,3", "4,4,5", "1,2,1", "6,4,8", "3,1,1"})
    void creaturesOfAnySizeHaveSquarePixels(int scale, int thirds, int pixels) {
        assertThat(Scale.whole(scale, thirds / 3f) * scale).isEqualTo(pixels);
    }
}
