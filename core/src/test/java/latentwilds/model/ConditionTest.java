package latentwilds.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void groupsAndLabelsAreFoundByName() {
        assertThat(Specs.PEOPLE.group("gender").indexOf("male")).isEqualTo(1);
        assertThat(Condition.NONE.codeSize()).isZero();
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Specs.PEOPLE.group("biome"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No label group 'biome'; this model has [ancestry, gender]");
        assertThatThrownBy(() -> Specs.PEOPLE.group("ancestry").indexOf("gnome"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No label 'gnome' in group 'ancestry'; it has [elf, orc, human]");
    }

    @Test
    void aGroupNeedsANameLabelsAndACode() {
        assertThatThrownBy(() -> new Condition.Group(null, List.of("a"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new Condition.Group("g", List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group 'g'")
                .hasMessageContaining("at least one label");
        assertThatThrownBy(() -> new Condition.Group("g", null, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one label");
        assertThatThrownBy(() -> new Condition.Group("g", List.of("a", "b", "a"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no label twice")
                .hasMessageContaining("[a, b, a]");
        assertThatThrownBy(() -> new Condition.Group("g", List.of("a"), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("code size")
                .hasMessageContaining("-1");
    }

    @Test
    void placesAreCountedLabelByLabel() {
        Condition.Places places = new Condition.Places(List.of(2, 0, 3), 0.5f);

        assertThat(places.count()).isEqualTo(5);
        assertThat(List.of(places.first(0), places.first(1), places.first(2)))
                .containsExactly(0, 2, 2);
        Condition.Group group = new Condition.Group("g", List.of("a", "b", "c"), 1);
        assertThat(group.at(places).places()).isEqualTo(places);
        assertThatThrownBy(() -> new Condition.Group("g", List.of("a"), 1).at(places))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group 'g'")
                .hasMessageContaining("places for each of 1 labels");
        assertThatThrownBy(() -> new Condition.Places(List.of(0, 0), 0.5f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not all 0");
        assertThatThrownBy(() -> new Condition.Places(List.of(1), 1.5f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }

    @Test
    void aGroupComesOnce() {
        Condition.Group group = new Condition.Group("g", List.of("a"), 1);

        assertThatThrownBy(() -> new Condition(List.of(group, group)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no group twice")
                .hasMessageContaining("[g, g]");
        assertThatThrownBy(() -> new Condition(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("groups");
    }
}
