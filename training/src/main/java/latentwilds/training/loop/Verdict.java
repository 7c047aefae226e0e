package latentwilds.training.loop;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What the watchdog says: a line of {@code verdicts.jsonl}.
 *
 * @param images real pictures shown when it was said
 * @param verdict what goes wrong
 * @param words the same for people, with the figures that show it
 * @param action what was done about it, {@code none} if nothing
 * @param goesOn from how many images on training went on; fewer than {@code images} if it went back
 */
@JsonPropertyOrder({"images", "verdict", "words", "action", "goesOn"})
public record Verdict(long images, Kind verdict, String words, String action, long goesOn) {

    /** What can go wrong. */
    public enum Kind {
        /** The discriminator is always right, so the generator learns nothing from it. */
        @JsonProperty("discriminator-dominates")
        DISCRIMINATOR_DOMINATES,
        /** Different latents give the same picture. */
        @JsonProperty("collapse")
        COLLAPSE,
        /** The generator does not change any more. */
        @JsonProperty("frozen-generator")
        FROZEN_GENERATOR,
        /** The logits grow without end, as those of a WGAN without bounds do. */
        @JsonProperty("logits-explode")
        LOGITS_EXPLODE,
        /** A loss or a gradient is not a number. */
        @JsonProperty("not-a-number")
        NOT_A_NUMBER
    }
}
