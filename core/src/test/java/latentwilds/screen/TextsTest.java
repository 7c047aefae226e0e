package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentwilds.entity.Character;
import latentwilds.game.Dialogue;
import latentwilds.game.Place;
import latentwilds.game.Run;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path ASSETS = Path.of("..", "assets");

    private final Texts texts =
            new Texts(new FileHandle(ASSETS.resolve(latentwilds.screen.Files.TEXTS).toFile()));

    @BeforeAll
    static void loadNatives() {
        GdxNativesLoader.load();
        Box2D.init();
    }

    @Test
    void everythingThatAnyoneSaysHasWords() {
        Run run = new Run(new RunSeed(1));
        try {
            for (int i = 0; i < 300; i++) {
                Character who = Character.draw(i, new Streams(run.seed()).stream("test", i));
                for (Dialogue.Line line : run.dialogue().lines(who, run.map().start())) {
                    assertThat(texts.of(line)).isNotBlank().doesNotContain("{", "@");
                }
            }
        } finally {
            run.dispose();
        }
    }

    @Test
    void everyBiomeHasAName() {
        for (Biome biome : Biome.values()) {
            assertThat(texts.of("biome." + biome.label())).isNotBlank();
        }
    }

    @Test
    void everyPlaceHasWordsForItsKind() {
        Run run = new Run(new RunSeed(1));
        try {
            for (Place place : run.places().all()) {
                assertThat(texts.of(place.key(), place.name())).contains(place.name());
            }
        } finally {
            run.dispose();
        }
    }

    @Test
    void everyLineFitsTheDialogueBox() throws Exception {
        List<String> lines = Files.readAllLines(ASSETS.resolve("i18n/game.properties"));
        // Four lines of about 38 letters.
        assertThat(lines).allMatch(l -> l.substring(l.indexOf('=') + 1).length() < 120);
    }
}
