package latentwilds.synthesis.gl;

/** The shading languages that the same sources are written in. */
enum Dialect {
    /** GL 3.2 core, the oldest that macOS, Windows and Linux all have. */
    GLSL_150("#version 150\n"),
    /** ES 3.0. */
    GLSL_300_ES(
            "#version 300 es\nprecision highp float;\nprecision highp int;\n"
                    + "precision highp sampler2D;\nprecision highp sampler2DArray;\n"
                    + "precision highp isampler2D;\n");

    private final String header;

    Dialect(String header) {
        this.header = header;
    }

    /** What comes before a source. */
    String header() {
        return header;
    }

    /** The language of a context. */
    static Dialect of(String glVersion) {
        return glVersion.startsWith("OpenGL ES") ? GLSL_300_ES : GLSL_150;
    }
}
