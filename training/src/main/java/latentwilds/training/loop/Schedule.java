package latentwilds.training.loop;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How learning rates change once they begin to. */
public enum Schedule {
    /** Not at all. */
    @JsonProperty("constant")
    CONSTANT,
    /** Along a straight line. */
    @JsonProperty("linear")
    LINEAR,
    /** Along half a cosine: slowly, fast, slowly. */
    @JsonProperty("cosine")
    COSINE
}
