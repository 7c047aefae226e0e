package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PanelsTest {
    private final Panels panels = new Panels();
    private final Actor map = actor(100, 10, 220, 220);
    private final Actor box = actor(20, 5, 390, 80);
    private final Actor corner = actor(5, 190, 90, 45);
    private boolean open;

    private static Actor actor(float x, float y, float width, float height) {
        Actor actor = new Actor();
        actor.setBounds(x, y, width, height);
        return actor;
    }

    @BeforeEach
    void fill() {
        panels.add(map, () -> open);
        panels.add(box, () -> true);
        panels.add(corner, () -> true);
    }

    @Test
    void allAreSeenThatAreAskedForAndCoverNothing() {
        assertThat(panels.arrange())
                .containsExactly(new Box(20, 5, 390, 80), new Box(5, 190, 90, 45));
        assertThat(map.isVisible()).isFalse();
        assertThat(box.isVisible()).isTrue();
        assertThat(corner.isVisible()).isTrue();
    }

    @Test
    void whatMoreImportantOnesCoverIsHiddenAndComesBack() {
        open = true;
        assertThat(panels.arrange())
                .containsExactly(new Box(100, 10, 220, 220), new Box(5, 190, 90, 45));
        assertThat(box.isVisible()).isFalse();
        assertThat(corner.isVisible()).isTrue();
        open = false;
        panels.arrange();
        assertThat(box.isVisible()).isTrue();
    }

    @Test
    void aPanelInATableIsWhereTheTableIs() {
        Group root = new Group();
        root.setPosition(98, 0);
        root.addActor(corner);
        open = true;
        assertThat(panels.arrange()).hasSize(1);
        assertThat(corner.isVisible()).isFalse();
    }

    @Test
    void aPanelThatIsDrawnSmallerNeedsLessRoom() {
        corner.setBounds(50, 190, 60, 45);
        open = true;
        panels.arrange();
        assertThat(corner.isVisible()).isFalse();
        corner.setScale(2 / 3f);
        panels.arrange();
        assertThat(corner.isVisible()).isTrue();
    }

    @Test
    void partsOfAPixelCount() {
        corner.setX(9.5f);
        corner.setWidth(91);
        open = true;
        panels.arrange();
        assertThat(corner.isVisible()).isFalse();
    }
}
