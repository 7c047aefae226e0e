package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.ashley.core.Entity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AsideTest {
    private final Entity speaker = new Entity();

    @Test
    void whoeverStandsBehindTheHeroStepsToTheSideThatIsNearer() {
        assertThat(5 + Aside.wanted(5, 8)).isEqualTo(24);
        assertThat(-5 + Aside.wanted(-5, 8)).isEqualTo(-24);
        assertThat(Aside.wanted(0, -3)).isEqualTo(24);
    }

    @Test
    void whoeverIsSeenAnywayStays() {
        assertThat(Aside.wanted(24, 0)).isZero();
        assertThat(Aside.wanted(-30, 5)).isZero();
        assertThat(Aside.wanted(0, 30)).isZero();
    }

    @Test
    void theStepTakesTimeAndIsTakenBackAfterTheTalk() {
        Aside aside = new Aside();
        aside.update(Optional.of(speaker), 0.1f, 0, 5);
        assertThat(aside.of(speaker)).isEqualTo(9);
        assertThat(aside.of(new Entity())).isZero();
        aside.update(Optional.of(speaker), 1, 0, 5);
        assertThat(aside.of(speaker)).isEqualTo(24);
        aside.update(Optional.empty(), 0.1f, 0, 0);
        assertThat(aside.of(speaker)).isEqualTo(15);
        aside.update(Optional.empty(), 1, 0, 0);
        assertThat(aside.of(speaker)).isZero();
    }
}
