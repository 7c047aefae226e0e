package latentwilds.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentwilds.latent.LatentId;
import latentwilds.seed.RandomStream;

/**
 * A person: a name, a face and a figure. Both looks follow from one seed, so that whoever draws the
 * figure knows the face.
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

    /** Label group of the face generator. */
    static final String ANCESTRY = "ancestry";

    /** Label group of the face generator. */
    private static final String GENDER = "gender";

    /** Label that asks for a picture near one of the model card's anchors. */
    public static final String ANCHOR = "anchor";

    private static final String PEOPLE = "people";
    private static final String FEMALE = "female";

    /** Ancestry of half of the people. */
    static final String HUMAN = "human";

    private static final List<String> ANCESTRIES =
            List.of(HUMAN, HUMAN, HUMAN, HUMAN, "orc", "undead", "demon", "fey");
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
        String name = Naming.person(random, gender.equals(FEMALE));
        long seed = random.nextLong();
        Map<String, String> figure =
                Map.of(ANCHOR, PEOPLE, Bestiary.FAMILY, PEOPLE, ANCESTRY, ancestry, GENDER, gender);
        return new Character(
                id,
                name,
                ancestry,
                gender,
                LatentId.of(FACES, seed, Map.of(ANCESTRY, ancestry, GENDER, gender)),
                LatentId.of(Bestiary.KIND, seed, figure));
    }

    /**
     * The face that belongs to a figure.
     *
     * @param figure anybody's look, on any ground
     * @return latent of the portrait; nothing for creatures
     */
    static Optional<LatentId> face(LatentId figure) {
        String ancestry = figure.labels().get(ANCESTRY);
        String gender = figure.labels().get(GENDER);
        return ancestry == null || gender == null
                ? Optional.empty()
                : Optional.of(
                        LatentId.of(
                                FACES, figure.seed(), Map.of(ANCESTRY, ancestry, GENDER, gender)));
    }
}
