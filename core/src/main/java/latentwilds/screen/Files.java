package latentwilds.screen;

/** Paths below the assets folder. */
final class Files {
    static final String FONT = "ui/PressStart2P-Regular.ttf";
    static final String TEXTS = "i18n/game";
    static final String GRADE = "shaders/grade";
    static final String MODELS = "models";

    private Files() {}
}
