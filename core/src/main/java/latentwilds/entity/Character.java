package latentwilds.entity;

import java.util.List;
import java.util.Map;
import latentwilds.latent.LatentId;
import latentwilds.seed.RandomStream;

/**
 * A person: a name, a face and a figure.
 *
 * @param id tells it from all others of the run
 * @param name what it is called
 * @param ancestry label of the face generator
 * @param gender label of the face generator
 * @param face latent of the portrait
 * @param figure latent of the sprite
 */
public record Character(
        long id, String name, String ancestry, String gender, LatentId face, LatentId figure) {
    /** The generator of portraits. */
    public static final String FACES = "faces";

    /** Label that asks for a picture near one of the model card's anchors. */
    public static final String ANCHOR = "anchor";

    private static final String PEOPLE = "people";
    private static final String FEMALE = "female";

    // Humans are half of the people.
    private static final List<String> ANCESTRIES =
            List.of("human", "human", "human", "human", "orc", "undead", "demon", "fey");
    private static final List<String> GENDERS = List.of(FEMALE, "male");

    /**
     * Draws a person.
     *
     * @param id tells it from all others of the run
     * @param random its own stream
     * @return the person
     */
    public static Character draw(long id, RandomStream random) {
        String ancestry = random.pick(ANCESTRIES);
        String gender = random.pick(GENDERS);
        return new Character(
                id,
                Naming.person(random, gender.equals(FEMALE)),
                ancestry,
                gender,
                LatentId.of(
                        FACES, random.nextLong(), Map.of("ancestry", ancestry, "gender", gender)),
                LatentId.of(
                        Bestiary.KIND,
                        random.nextLong(),
                        Map.of(ANCHOR, PEOPLE, Bestiary.FAMILY, PEOPLE)));
    }
}
