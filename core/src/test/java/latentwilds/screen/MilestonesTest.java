package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    @Test
    void aMilestoneIsReachedOnceAndTheyStayInOrder() {
        Milestones milestones = new Milestones("0.0");
        assertThat(milestones.playableMillis()).isEqualTo(-1);
        milestones.reach(Milestones.FIRST_FRAME);
        long first = milestones.firstFrameMillis();
        milestones.reach(Milestones.PLAYABLE);
        long now = millisSince1970();
        while (millisSince1970() == now) {
            Thread.onSpinWait();
        }
        milestones.reach(Milestones.FIRST_FRAME);
        assertThat(milestones.firstFrameMillis()).isEqualTo(first);
        assertThat(milestones.all().keySet())
                .containsExactly(Milestones.FIRST_FRAME, Milestones.PLAYABLE);
    }

    private static long millisSince1970() {
        return Instant.now().toEpochMilli();
    }

    @Test
    void timeIsCountedFromWhenTheScriptWasCalled() {
        double hourAgo = Instant.now().toEpochMilli() / 1000.0 - 3600;
        for (String started :
                new String[] {
                    String.format(java.util.Locale.ROOT, "%.6f", hourAgo),
                    String.format(java.util.Locale.GERMAN, "%.6f", hourAgo)
                }) {
            Milestones milestones = new Milestones(started);
            milestones.reach("here");
            assertThat(milestones.all().get("here").millis()).isBetween(3_600_000L, 3_660_000L);
        }
    }

    @Test
    void withoutAScriptItIsCountedFromTheProcess() {
        long process = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        Milestones milestones = new Milestones("");
        milestones.reach("here");
        assertThat(milestones.all().get("here").millis())
                .isBetween(0L, millisSince1970() - process + 10);
    }
}
