package latentwilds.training.loop;

import static latentwilds.training.loop.Requirement.notNegative;
import static latentwilds.training.loop.Requirement.require;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who looks after a run while nobody does.
 *
 * @param watchdog what is done about a run that goes wrong
 * @param kidSamples fakes (and held-out pictures) that KID is measured on at each snapshot; 0 for
 *     not at all
 * @param patience snapshots without a better KID after which the run ends early; 0 for never
 */
public record WatchOptions(Mode watchdog, int kidSamples, int patience) {

    /** What the watchdog does. */
    public enum Mode {
        /** Nothing. */
        @JsonProperty("off")
        OFF,
        /** It says what it sees. */
        @JsonProperty("warn")
        WARN,
        /** It also acts: lowers D's rate, raises augmentation, goes back to the last snapshot. */
        @JsonProperty("act")
        ACT
    }

    /** Checks every value. */
    public WatchOptions {
        require(watchdog != null, "watch.watchdog", "off, warn or act", "none");
        notNegative("watch.kidSamples", kidSamples);
        notNegative("watch.patience", patience);
        require(
                patience == 0 || kidSamples > 0,
                "watch.patience",
                "0 without watch.kidSamples",
                patience);
    }
}
