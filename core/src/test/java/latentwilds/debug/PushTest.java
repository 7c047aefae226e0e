package latentwilds.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentGrid;
import latentwilds.latent.LatentId;
import latentwilds.latent.Pushes;
import latentwilds.model.Model;
import latentwilds.model.ModelCard;
import latentwilds.model.ModelPack;
import org.junit.jupiter.api.Test;

class PushTest {
    private static final Model MODEL =
            ModelPack.load(Path.of("..", "assets", "models"), List.of("monsters"))
                    .model("monsters");

    private final Push push = new Push();
    private final LatentId look = LatentId.of("monsters", 5).individual(9);
    private final Push.Subject subject =
            new Push.Subject(look, "Brafang", MODEL.card().directions());

    @Test
    void whoIsPushedMovesAlongTheCardsDirectionByTheStepsShown() {
        push.next(List.of(subject));
        push.step(true);
        push.step(true);
        push.step(true);
        String name =
                MODEL.card().directions().keySet().stream().sorted().findFirst().orElseThrow();
        ModelCard.Direction direction = MODEL.card().directions().get(name);
        assertThat(push.line()).startsWith("F6 Brafang: " + name + " +1.5 (");
        LatentGrid plain = Pushes.grid(look, MODEL);
        LatentGrid moved = Pushes.grid(push.applied(look), MODEL);
        assertThat(plain.noise()).isEqualTo(look.grid(MODEL.weights()).noise());
        for (int i = 0; i < plain.noise().length; i++) {
            assertThat((double) moved.noise()[i] - plain.noise()[i])
                    .isEqualTo(1.5 * direction.vector().get(i), offset(1e-5));
        }
        assertThat(moved.code()).isEqualTo(plain.code());
    }

    @Test
    void nobodyElseIsPushedAndTheGroundUnderItDoesNotMatter() {
        push.next(List.of(subject));
        push.step(false);
        assertThat(push.applied(look.individual(10))).isEqualTo(look.individual(10));
        assertThat(push.applied(look.with("ground", "snow")))
                .isNotEqualTo(look.with("ground", "snow"));
        push.step(true);
        assertThat(push.applied(look)).isEqualTo(look);
    }

    @Test
    void aPushEndsWhereTheCardSaysThatPicturesDo() {
        push.next(List.of(subject));
        for (int i = 0; i < 50; i++) {
            push.step(false);
        }
        LatentId pushed = push.applied(look);
        String name =
                MODEL.card().directions().keySet().stream().sorted().findFirst().orElseThrow();
        double from = MODEL.card().directions().get(name).from();
        assertThat(pushed).isEqualTo(Pushes.along(look, Map.of(name, from)));
    }

    @Test
    void allDirectionsOfAllWhoAreNearComeInTurn() {
        Push.Subject other =
                new Push.Subject(LatentId.of("monsters", 6), "Rukmaw", MODEL.card().directions());
        int directions = MODEL.card().directions().size();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 2 * directions; i++) {
            push.next(List.of(subject, other));
            names.append(push.line().charAt(3));
        }
        assertThat(names.toString()).isEqualTo("B".repeat(directions) + "R".repeat(directions));
        push.next(List.of());
        push.step(true);
        assertThat(push.line()).contains("F7");
    }
}
