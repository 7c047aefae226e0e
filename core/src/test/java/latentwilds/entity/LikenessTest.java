package latentwilds.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import latentwilds.latent.LatentId;
import latentwilds.latent.Pushes;
import latentwilds.latent.Rerolls;
import latentwilds.model.ModelPack;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.texture.Hue;
import latentwilds.texture.PixelArt;
import latentwilds.texture.SpriteStyle;
import latentwilds.texture.Tones;
import org.junit.jupiter.api.Test;

/** People's figures show whom their portraits show, and portraits can be read: with the models. */
class LikenessTest {
    private static final ModelPack PACK =
            ModelPack.load(
                    Path.of("..", "assets", "models"), List.of("faces", "monsters", "terrain"));
    private static final int PEOPLE = 48;

    /** More than the game asks for: faces that are darker than this are no rarity. */
    private static final double LEGIBLE = 4;

    private final Portraits portraits = new Portraits(PACK, LEGIBLE);
    private final Sprites sprites = new Sprites(PACK, portraits);

    private static Character hero(long seed) {
        return Character.draw(0, new Streams(new RunSeed(seed)).stream("hero"));
    }

    private static List<Character> people() {
        List<Character> people = new ArrayList<>();
        Streams streams = new Streams(new RunSeed(4));
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Character.draw(i, streams.stream("person", i)));
        }
        return people;
    }

    private static boolean human(Character who) {
        return who.ancestry().equals(Character.HUMAN);
    }

    @Test
    void humansWearClothes() {
        double bare = 0;
        int humans = 0;
        for (Character who : people()) {
            if (human(who)) {
                Hue trunk = Hue.of(Tones.ofFigure(sprites.draw(who.figure())).body());
                Hue skin = Hue.of(portraits.tones(who.face()).body());
                bare += trunk.distance(skin) < 0.5 ? 1 : 0;
                humans++;
            }
        }
        assertThat(bare / humans).isLessThan(0.1);
    }

    @Test
    void othersFiguresAreNearerToTheirOwnPortraitsThanToEachOthers() {
        List<Character> people = people().stream().filter(who -> !human(who)).toList();
        int count = people.size();
        List<Tones> figures =
                people.stream().map(p -> Tones.ofFigure(sprites.draw(p.figure()))).toList();
        double own = 0;
        double others = 0;
        for (int i = 0; i < count; i++) {
            Tones face = portraits.tones(people.get(i).face());
            own += face.distance(figures.get(i)) / count;
            others += face.distance(figures.get((i + 7) % count)) / count;
        }

        assertThat(own).isLessThan(0.55 * others);
    }

    @Test
    void orcsAreGreenAndDemonsAreRed() {
        double orcs = 0;
        double demons = 0;
        int orcCount = 0;
        int demonCount = 0;
        for (Character who : people()) {
            double red = Hue.of(Tones.ofFigure(sprites.draw(who.figure())).body()).red();
            orcs += who.ancestry().equals("orc") ? red : 0;
            orcCount += who.ancestry().equals("orc") ? 1 : 0;
            demons += who.ancestry().equals("demon") ? red : 0;
            demonCount += who.ancestry().equals("demon") ? 1 : 0;
        }
        assertThat(orcs / orcCount).isLessThan(-0.01);
        assertThat(demons / demonCount).isGreaterThan(0.04);
    }

    @Test
    void peopleOfOneAncestryDiffer() {
        Set<Long> anchors = new HashSet<>();
        for (Character who : people()) {
            anchors.add(sprites.cast(who.figure()).seed());
        }
        assertThat(anchors).hasSizeGreaterThan(PEOPLE / 3);
    }

    @Test
    void whoeverLooksSeesTheSame() {
        LatentId figure = hero(3).figure();
        assertThat(new Sprites(PACK, new Portraits(PACK, LEGIBLE)).cast(figure))
                .isEqualTo(sprites.cast(figure));
    }

    @Test
    void creaturesAreWhoTheyAre() {
        LatentId beast = LatentId.of(Bestiary.KIND, 5);
        assertThat(sprites.cast(beast)).isSameAs(beast);
    }

    /** The first hero's face that the gate lets through and that is too dark. */
    private LatentId dark() {
        return LongStream.range(0, 1000)
                .mapToObj(seed -> hero(seed).face())
                .filter(f -> !portraits.drawn(f).equals(Rerolls.passing(f, PACK.model(f.kind()))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFaceThatIsNearlyBlackIsDrawnAnew() {
        LatentId face = dark();
        LatentId gated = Rerolls.passing(face, PACK.model(Character.FACES));
        assertThat(seen(gated).legibility()).isLessThan(LEGIBLE);

        LatentId drawn = portraits.drawn(face);
        assertThat(drawn).isNotEqualTo(gated);
        assertThat(drawn.labels()).isEqualTo(face.labels());
        assertThat(seen(drawn).legibility()).isGreaterThanOrEqualTo(LEGIBLE);
        assertThat(portraits.tones(face)).isEqualTo(seen(drawn));
    }

    @Test
    void aPushMovesTheSitterAndBringsNoOther() {
        LatentId face = dark();
        LatentId pushed = Pushes.along(face, Map.of("skin-light", -3.0));
        assertThat(portraits.drawn(pushed).seed()).isEqualTo(portraits.drawn(face).seed());
        assertThat(portraits.drawn(pushed).labels()).isEqualTo(pushed.labels());
        assertThat(portraits.tones(pushed)).isEqualTo(portraits.tones(face));
        assertThat(Pushes.without(pushed)).isEqualTo(face);
    }

    private static Tones seen(LatentId id) {
        var weights = PACK.model(Character.FACES).weights();
        try (ReferenceGenerator generator = new ReferenceGenerator(weights)) {
            return Tones.ofPortrait(
                    PixelArt.portrait(generator.synthesise(id.grid(weights)), SpriteStyle.FACE));
        }
    }
}
