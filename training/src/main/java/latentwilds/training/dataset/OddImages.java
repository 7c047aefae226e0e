package latentwilds.training.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentwilds.training.image.ImageFacts;

/** Picks images that somebody should look at before training. */
final class OddImages {
    /** Labels are compared among at most so many images: the cost grows with the square. */
    private static final int COMPARED = 3000;

    private static final int NEIGHBOURS = 5;
    private static final int AGREEING = 4;
    private static final double ALMOST_EMPTY = 0.02;
    private static final double ALMOST_CONSTANT = 3;

    private OddImages() {}

    static List<Refusal> among(List<InspectedImage> images) {
        List<Refusal> odd = new ArrayList<>();
        for (InspectedImage image : images) {
            ImageFacts facts = image.facts();
            if (facts.transparent() > 1 - ALMOST_EMPTY) {
                odd.add(
                        new Refusal(
                                image.where(),
                                "almost empty: %.1f %% of it is transparent"
                                        .formatted(100 * facts.transparent())));
            } else if (facts.colours() == 1) {
                odd.add(new Refusal(image.where(), "constant: it has one colour"));
            } else if (facts.contrast() < ALMOST_CONSTANT && facts.transparent() == 0) {
                odd.add(
                        new Refusal(
                                image.where(),
                                "almost constant: its luma deviates by %.1f"
                                        .formatted(facts.contrast())));
            }
        }
        odd.addAll(amongStrangers(images));
        return odd;
    }

    /** Images whose nearest neighbours all have other labels, and nearly all the same one. */
    private static List<Refusal> amongStrangers(List<InspectedImage> all) {
        List<InspectedImage> images = new ArrayList<>();
        int step = (all.size() + COMPARED - 1) / COMPARED;
        for (int i = 0; i < all.size(); i += step) {
            images.add(all.get(i));
        }
        Map<String, Integer> counts = new HashMap<>();
        images.forEach(i -> counts.merge(i.label(), 1, Integer::sum));
        List<Refusal> odd = new ArrayList<>();
        if (counts.size() < 2) {
            return odd;
        }
        for (InspectedImage image : images) {
            if (counts.get(image.label()) <= NEIGHBOURS) {
                continue;
            }
            Map<String, Integer> votes = new HashMap<>();
            neighbours(images, image).forEach(n -> votes.merge(n.label(), 1, Integer::sum));
            if (!votes.containsKey(image.label())) {
                votes.entrySet().stream()
                        .filter(v -> v.getValue() >= AGREEING)
                        .forEach(
                                v ->
                                        odd.add(
                                                new Refusal(
                                                        image.where(),
                                                        "labelled '%s', looks like '%s'"
                                                                .formatted(
                                                                        image.label(),
                                                                        v.getKey()))));
            }
        }
        return odd;
    }

    private static List<InspectedImage> neighbours(
            List<InspectedImage> images, InspectedImage image) {
        double[] distances = new double[NEIGHBOURS];
        InspectedImage[] nearest = new InspectedImage[NEIGHBOURS];
        int found = 0;
        for (InspectedImage other : images) {
            if (other == image) {
                continue;
            }
            double distance = image.likeness().colourDistance(other.likeness());
            int at = Math.min(found, NEIGHBOURS);
            while (at > 0 && distances[at - 1] > distance) {
                at--;
            }
            if (at < NEIGHBOURS) {
                int moved = Math.min(found, NEIGHBOURS - 1) - at;
                System.arraycopy(distances, at, distances, at + 1, moved);
                System.arraycopy(nearest, at, nearest, at + 1, moved);
                distances[at] = distance;
                nearest[at] = other;
                found = Math.min(found + 1, NEIGHBOURS);
            }
        }
        return List.of(nearest).subList(0, found);
    }
}
