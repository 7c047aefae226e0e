package latentwilds.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;

/** Says what is missing and what to do, when the game cannot go on. */
public final class MessageScreen extends StageScreen {
    private static final int WIDTH = 320;

    private final String message;

    /**
     * Makes the screen.
     *
     * @param game the game
     * @param message what is wrong: what, where, expected, found, what to do
     */
    MessageScreen(LatentWilds game, String message) {
        super(game);
        this.message = message;
        Label text = new Label(message, game.theme().skin());
        text.setWrap(true);
        Table panel = new Table(game.theme().skin());
        panel.setBackground(game.theme().drawable("panel"));
        panel.pad(MARGIN);
        panel.add(new Label(game.texts().of("message.title"), game.theme().skin(), "heading"))
                .left()
                .row();
        panel.add(text).width(WIDTH).padTop(MARGIN).row();
        panel.add(button("message.quit", Gdx.app::exit)).right().padTop(MARGIN);
        root.add(panel);
    }

    /**
     * What is wrong.
     *
     * @return the words on the screen
     */
    public String message() {
        return message;
    }

    @Override
    void back() {
        Gdx.app.exit();
    }
}
