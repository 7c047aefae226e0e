package latentwilds.training.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts an inspection into words: whether the set is enough to train on, and what to set. */
final class Verdict {
    // Measured: 95 % of the ground textures that training/datasets/terrain.json takes have at most
    // 1.47.
    private static final double TILES = 1.6;
    private static final double SYMMETRIC = 0.35;
    private static final double LEANS = 0.25;
    private static final int FEW = 200;
    private static final int SOME = 1000;
    private static final int MANY = 5000;
    private static final int PER_LABEL = 50;

    private Verdict() {}

    static InspectionReport added(InspectionReport r) {
        List<String> words = new ArrayList<>();
        words.add(amount(r));
        words.add(shape(r));
        labels(r, words);
        symmetry(r, words);
        cleanliness(r, words);
        return new InspectionReport(
                r.images(),
                r.labels(),
                r.sizes(),
                r.channels(),
                r.transparent(),
                r.partial(),
                r.brightness(),
                r.contrast(),
                r.colours(),
                r.edge(),
                r.asymmetry(),
                r.lean(),
                r.duplicates(),
                r.nearDuplicates(),
                r.straddling(),
                r.odd(),
                r.refused(),
                List.copyOf(words));
    }

    private static boolean tiles(InspectionReport r) {
        return r.channels() == 3 && r.edge().high() < TILES;
    }

    private static String amount(InspectionReport r) {
        int different = r.images() - r.duplicates();
        if (tiles(r)) {
            return "%d textures that tile: every toroidal shift is another image, so tens per label are enough. Use the toroidal shift"
                    .formatted(different);
        }
        String found = different + " different images: ";
        if (different < FEW) {
            return found
                    + "too few to train from nothing; start from a trained model, use adaptive"
                    + " augmentation, and expect copies";
        }
        if (different < SOME) {
            return found
                    + "few; small networks and strong or adaptive augmentation (translation,"
                    + " colour, cutout), and watch for copies";
        }
        if (different < MANY) {
            return found + "enough for 32 or 64 px with augmentation";
        }
        return found + "enough; light augmentation will do";
    }

    private static String shape(InspectionReport r) {
        if (r.sizes().size() == 1) {
            String[] size = r.sizes().keySet().iterator().next().split(" x ");
            return size[0].equals(size[1])
                    ? "all %s x %s: --fit exact works".formatted(size[0], size[1])
                    : "all %s x %s, not square: prepare with --fit crop or pad"
                            .formatted(size[0], size[1]);
        }
        return "%d sizes: prepare with --fit crop, pad or resize".formatted(r.sizes().size());
    }

    private static void labels(InspectionReport r, List<String> words) {
        if (r.labels().size() < 2) {
            return;
        }
        List<String> small =
                r.labels().entrySet().stream()
                        .filter(l -> sum(l.getValue()) < PER_LABEL)
                        .map(l -> "%s (%d)".formatted(l.getKey(), sum(l.getValue())))
                        .toList();
        if (!small.isEmpty() && !tiles(r)) {
            String named =
                    small.size() <= 8
                            ? String.join(", ", small)
                            : String.join(", ", small.subList(0, 8)) + " ...";
            words.add(
                    "%d of %d labels have fewer than %d images: %s. Merge them or train without these labels"
                            .formatted(small.size(), r.labels().size(), PER_LABEL, named));
        }
    }

    private static int sum(Map<String, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void symmetry(InspectionReport r, List<String> words) {
        if (r.asymmetry().median() < SYMMETRIC) {
            words.add(
                    "mirror-symmetric subjects: mirroring does no harm and adds little; use it to"
                            + " steady small sets");
        } else if (r.lean() < LEANS) {
            words.add("left and right are alike over the whole set: use mirroring");
        } else {
            words.add(
                    "the set leans to one side (%.2f): mirroring would show what it does not hold; leave it off if the side matters"
                            .formatted(r.lean()));
        }
    }

    private static void cleanliness(InspectionReport r, List<String> words) {
        if (r.duplicates() + r.nearDuplicates() > 0) {
            words.add(
                    "%d duplicates and %d near-duplicates: prepare drops the former; --near-duplicates drop drops the others"
                            .formatted(r.duplicates(), r.nearDuplicates()));
        }
        if (r.straddling() > 0) {
            words.add(
                    "%d images look like one on the other side of the split: prepare it again, metrics are not to be trusted"
                            .formatted(r.straddling()));
        }
        if (!r.odd().isEmpty()) {
            words.add("%d odd images: look at them".formatted(r.odd().size()));
        }
        if (!r.refused().isEmpty()) {
            words.add(
                    "%d files cannot be used: prepare needs --skip-bad"
                            .formatted(r.refused().size()));
        }
    }
}
