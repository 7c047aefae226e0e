package latentwilds.entity;

import java.util.List;
import java.util.Map;

/**
 * What a latent alone tells of its picture, before anything is drawn: its places along the
 * directions that the model's card has learned.
 *
 * @param places direction to place, each about standard normal over all latents; a direction that
 *     the card does not know is missing
 * @param flaws how bad the gate expects the picture to be: 0 for the usual, infinite if it would
 *     refuse it
 */
public record Forecast(Map<String, Double> places, double flaws) {
    /** Of somebody who sees nothing. */
    public static final Forecast NONE = new Forecast(Map.of(), 0);

    private static final String RED = "red";
    private static final String YELLOW = "yellow";

    /** What makes two creatures differ at first sight. */
    private static final List<String> SIGHT = List.of("light", RED, YELLOW, "bulk");

    /** Farther from the middle than this, pictures get no other, only worse. */
    private static final double REACH = 1.8;

    private static final List<String> FAMILIES = List.of("creatures", "demons", "foes", "people");

    /** Copies the places. */
    public Forecast {
        places = Map.copyOf(places);
    }

    private double place(String direction) {
        return places.getOrDefault(direction, 0.0);
    }

    /**
     * How unlike another it will look: in lightness, hue and bulk.
     *
     * @param other any
     * @return 0 if alike; two drawn at random are some 2.7 apart
     */
    public double distance(Forecast other) {
        double sum = 0;
        for (String direction : SIGHT) {
            double difference = within(place(direction)) - within(other.place(direction));
            sum += difference * difference;
        }
        return StrictMath.sqrt(sum);
    }

    private static double within(double place) {
        return Math.max(-REACH, Math.min(REACH, place));
    }

    /**
     * How warm its colours will be.
     *
     * @return about -2 (blue, green) to 2 (yellow, red)
     */
    public double warmth() {
        return (place(RED) + place(YELLOW)) / 2;
    }

    /**
     * How clearly it will be of a family of body plans rather than of any other.
     *
     * @param family creatures, demons, foes or people
     * @return its place along that family's direction less the farthest along another's; above 0
     *     for most of the family
     */
    public double belonging(String family) {
        double rival = Double.NEGATIVE_INFINITY;
        for (String other : FAMILIES) {
            rival = other.equals(family) ? rival : Math.max(rival, place(other));
        }
        return place(family) - rival;
    }
}
