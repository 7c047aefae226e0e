package latentwilds.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.ModelCard;
import latentwilds.synthesis.ParityCheck;
import latentwilds.synthesis.reference.ReferenceGenerator;
import latentwilds.training.dataset.DatasetManifest;
import latentwilds.training.loop.OptionsFile;
import latentwilds.training.loop.TrainingOptions;
import latentwilds.training.run.RunFolder;
import latentwilds.training.run.Snapshots;

/** Fills in a model's card from its run, its data set and its own pictures. */
public final class CardWriter {
    private CardWriter() {}

    /**
     * Makes the card.
     *
     * @param weights what is exported
     * @param samples the same, ready to sample
     * @param dataset for credits and licence
     * @param run for options and times
     * @param snapshot which of the run's snapshots it is
     * @param title or null for a plain one
     * @param anchors name to latent seeds worth knowing
     * @param blends label to the shares of labels that its code was mixed from, in the weights
     * @param palettes label to colours of the training pictures
     * @return the card
     * @throws IOException if the run's log cannot be read; one without ticks yet is no error
     */
    public static ModelCard card(
            GeneratorWeights weights,
            Samples samples,
            DatasetManifest dataset,
            RunFolder run,
            Snapshots.Snapshot snapshot,
            String title,
            Map<String, List<Long>> anchors,
            Map<String, Map<String, Double>> blends,
            Map<String, List<String>> palettes)
            throws IOException {
        TrainingOptions options = run.options();
        return new ModelCard(
                weights.spec().kind(),
                title == null ? "Latent Wilds " + weights.spec().kind() : title,
                "DCGAN generator, %d channels, %s; %d labels"
                        .formatted(
                                weights.spec().channels(),
                                weights.spec().spatial()
                                        ? weights.spec().cellPixels() + " px per latent cell"
                                        : weights.spec().width(1) + " px",
                                weights.spec().condition().groups().stream()
                                        .mapToInt(g -> g.labels().size())
                                        .sum()),
                dataset.credits(),
                dataset.licence(),
                "%s%s, R1 %s, R2 %s every %d steps, batch %d, EMA %s"
                        .formatted(
                                options.loss().objective(),
                                options.loss().relativistic() ? ", relativistic pairing" : "",
                                options.loss().r1Gamma(),
                                options.loss().r2Gamma(),
                                options.loss().penaltyInterval(),
                                options.batch(),
                                options.optimiser().emaDecay()),
                OptionsFile.hash(options),
                run.origin().earlier().images() + snapshot.images(),
                Math.round(
                                10
                                        * (run.origin().earlier().minutes()
                                                + minutes(run, snapshot.images())))
                        / 10.0,
                LocalDate.now().toString(),
                Map.of(),
                SampleColours.means(weights, samples),
                SampleColours.onMaps(weights, samples),
                SampleColours.ofPlaces(weights, samples),
                anchors,
                AnchorColours.of(anchors, samples),
                blends,
                Map.of(),
                palettes,
                goldenHash(weights));
    }

    /**
     * The card of a model that is exported once more.
     *
     * @param card as it was
     * @param weights what is exported
     * @param samples the same, ready to sample
     * @param title or null for the one it has
     * @param anchors or none for those it has
     * @param blends those that the weights were given now
     * @return a card about these weights: their colours are measured again
     */
    public static ModelCard again(
            ModelCard card,
            GeneratorWeights weights,
            Samples samples,
            String title,
            Map<String, List<Long>> anchors,
            Map<String, Map<String, Double>> blends) {
        Map<String, List<Long>> known = anchors.isEmpty() ? card.anchors() : anchors;
        Map<String, Map<String, Double>> mixed = new TreeMap<>(card.blends());
        mixed.putAll(blends);
        return new ModelCard(
                weights.spec().kind(),
                title == null ? card.title() : title,
                card.description(),
                card.dataSets(),
                card.licence(),
                card.trainingOptions(),
                card.trainingHash(),
                card.imagesSeen(),
                card.wallMinutes(),
                card.created(),
                card.metrics(),
                SampleColours.means(weights, samples),
                SampleColours.onMaps(weights, samples),
                SampleColours.ofPlaces(weights, samples),
                known,
                AnchorColours.of(known, samples),
                mixed,
                card.directions(),
                card.palettes(),
                goldenHash(weights));
    }

    /**
     * The card with names for ways through latent space.
     *
     * @param card as it was
     * @param directions replace those of the same names
     * @return the new card
     */
    public static ModelCard named(ModelCard card, Map<String, ModelCard.Direction> directions) {
        Map<String, ModelCard.Direction> all = new TreeMap<>(card.directions());
        all.putAll(directions);
        return directed(card, all);
    }

    /**
     * The card without some names of ways through latent space.
     *
     * @param card as it was
     * @param names that go; those that it does not have change nothing
     * @return the new card
     */
    public static ModelCard without(ModelCard card, List<String> names) {
        Map<String, ModelCard.Direction> all = new TreeMap<>(card.directions());
        all.keySet().removeAll(names);
        return directed(card, all);
    }

    private static ModelCard directed(ModelCard card, Map<String, ModelCard.Direction> directions) {
        return new ModelCard(
                card.kind(),
                card.title(),
                card.description(),
                card.dataSets(),
                card.licence(),
                card.trainingOptions(),
                card.trainingHash(),
                card.imagesSeen(),
                card.wallMinutes(),
                card.created(),
                card.metrics(),
                card.meanColours(),
                card.mapColours(),
                card.placeColours(),
                card.anchors(),
                card.anchorColours(),
                card.blends(),
                directions,
                card.palettes(),
                card.goldenHash());
    }

    private static double minutes(RunFolder run, long images) throws IOException {
        double seconds = 0;
        JsonMapper json = JsonMapper.builder().build();
        for (String line : run.lines(Recorder.STATS)) {
            try {
                JsonNode tick = json.readTree(line);
                if (tick.path("images").asLong() <= images) {
                    seconds = tick.path("seconds").asDouble();
                }
            } catch (JsonProcessingException e) {
                // Cut off when a run was killed: the ticks around it say enough.
            }
        }
        return seconds / 60;
    }

    private static String goldenHash(GeneratorWeights weights) {
        try (ReferenceGenerator reference = new ReferenceGenerator(weights)) {
            float[] values = reference.synthesise(ParityCheck.golden(weights)).values();
            byte[] levels = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                levels[i] = (byte) Math.round((values[i] + 1) * 127.5f);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(levels));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
