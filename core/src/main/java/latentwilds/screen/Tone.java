package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;

/** The one palette of frames and letters. A tone's colour is made anew at each call. */
public enum Tone {
    /** Behind everything. */
    NIGHT(0x120F1CFF),
    /** Inside of panels. */
    PANEL(0x211C30FF),
    /** Panels that can be pressed. */
    RAISED(0x352C4AFF),
    /** Behind faces, the darkest and the palest of which must be seen. */
    MOUNT(0x564A6EFF),
    /** Edges of panels. */
    EDGE(0x6B5B86FF),
    /** Words. */
    TEXT(0xF4EBDCFF),
    /** Words that matter less. */
    QUIET(0xB3A5C2FF),
    /** What to look at. */
    ACCENT(0xF0B84CFF),
    /** What hurts. */
    DANGER(0xE05A50FF);

    private final int rgba;

    Tone(int rgba) {
        this.rgba = rgba;
    }

    /**
     * The colour.
     *
     * @return a fresh one
     */
    public Color colour() {
        return new Color(rgba);
    }
}
