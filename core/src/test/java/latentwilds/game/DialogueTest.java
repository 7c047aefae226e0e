package latentwilds.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import latentwilds.entity.Bestiary;
import latentwilds.entity.Character;
import latentwilds.entity.Hours;
import latentwilds.entity.Species;
import latentwilds.entity.Temper;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Cell;
import latentwilds.world.Island;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueTest {
    private static final Streams STREAMS = new Streams(new RunSeed(3));
    private static final Island ISLAND = new Island(STREAMS);
    private static final Places PLACES = new Places(STREAMS, ISLAND.map());
    private static final Bestiary BESTIARY = new Bestiary(STREAMS);

    private final Dialogue dialogue = new Dialogue(STREAMS, ISLAND.map(), PLACES, BESTIARY);

    @ParameterizedTest
    @CsvSource({
        "10, 0, east",
        "10, 9, northeast",
        "0, 10, north",
        "-8, 9, northwest",
        "-5, 1, west",
        "-7, -7, southwest",
        "1, -9, south",
        "6, -5, southeast"
    })
    void directionsAreThoseOfTheMap(int dx, int dy, String expected) {
        assertThat(Dialogue.direction(new Cell(20, 30), new Cell(20 + dx, 30 + dy)))
                .isEqualTo(expected);
    }

    @Test
    void neighboursOfOneAncestryDoNotGreetAlike() {
        for (long first = 0; first < 20; first++) {
            Set<String> greetings = new HashSet<>();
            for (long id = first; id < first + Dialogue.GREETINGS; id++) {
                greetings.add(dialogue.lines(human(id), ISLAND.map().start()).get(0).key());
            }
            assertThat(greetings).hasSize(Dialogue.GREETINGS);
        }
    }

    @Test
    void whatIsSaidOfACreatureIsTrueOfIt() {
        Set<String> topics = new HashSet<>();
        for (long id = 0; id < 200; id++) {
            var lines = dialogue.lines(human(id), ISLAND.map().start());
            Dialogue.Line word = lines.get(lines.size() - 1);
            Species species =
                    BESTIARY.species().stream()
                            .filter(s -> s.name().equals(word.arguments().get(0)))
                            .findFirst()
                            .orElseThrow();
            String topic = word.key().split("\\.")[1];
            topics.add(topic);
            switch (topic) {
                case "day" -> assertThat(species.hours()).isEqualTo(Hours.DAY);
                case "night" -> assertThat(species.hours()).isEqualTo(Hours.NIGHT);
                case "herd" -> assertThat(species.herding()).isTrue();
                default ->
                        assertThat(Temper.valueOf(topic.toUpperCase(Locale.ROOT)))
                                .isEqualTo(species.temper());
            }
        }
        assertThat(topics).hasSizeGreaterThan(2);
    }

    @Test
    void halfOfThePeopleTellTheWayToALandmarkNearby() {
        Cell here = ISLAND.map().start();
        int told = 0;
        Set<String> kinds = new HashSet<>();
        for (long id = 0; id < 200; id++) {
            for (Dialogue.Line line : dialogue.lines(human(id), here)) {
                String[] key = line.key().split("\\.");
                if (key[0].equals("rumour") && key.length == 3) {
                    Place place =
                            PLACES.landmarks().stream()
                                    .filter(p -> p.name().equals(line.arguments().get(0)))
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(place.key()).isEqualTo("place." + key[1]);
                    assertThat(line.arguments().get(1))
                            .isEqualTo("@direction." + Dialogue.direction(here, place.cell()));
                    assertThat(Double.parseDouble(line.arguments().get(2)))
                            .isCloseTo(place.cell().distance(here), offset(0.5));
                    told++;
                    kinds.add(key[1]);
                }
            }
        }
        assertThat(told).isBetween(70, 130);
        assertThat(kinds).hasSizeGreaterThan(1);
    }

    private static Character human(long id) {
        Character drawn = Character.draw(id, STREAMS.stream("test", id));
        return new Character(
                id, drawn.name(), "human", drawn.gender(), drawn.face(), drawn.figure());
    }
}
