package latentwilds.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.ScreenAdapter;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.utils.viewport.ScreenViewport;

/** A screen of frames and letters over a backdrop, in drawn pixels enlarged by a whole number. */
abstract class StageScreen extends ScreenAdapter {
    /** Room between things, and from the window's edge, in drawn pixels. */
    static final int GAP = 6;

    static final int MARGIN = 10;

    final LatentWilds game;
    final ScreenViewport viewport = new ScreenViewport();
    final Stage stage;
    final Table root = new Table();

    StageScreen(LatentWilds game) {
        this.game = game;
        stage = new Stage(viewport, game.batch());
        root.setSkin(game.theme().skin());
        root.setFillParent(true);
        stage.addActor(root);
        stage.addListener(
                new InputListener() {
                    @Override
                    public boolean keyDown(InputEvent event, int key) {
                        if (key == Input.Keys.ESCAPE) {
                            back();
                            return true;
                        }
                        return false;
                    }
                });
    }

    /** What Escape does: back to the title, unless a screen says otherwise. */
    void back() {
        game.show(new TitleScreen(game));
    }

    /** Draws what is behind the stage; the batch is not drawing. */
    void backdrop(float seconds) {}

    TextButton button(String key, Runnable action) {
        TextButton button = new TextButton(game.texts().of(key), game.theme().skin());
        button.pad(6, 8, 5, 8);
        button.addListener(
                new ChangeListener() {
                    @Override
                    public void changed(ChangeEvent event, Actor actor) {
                        action.run();
                    }
                });
        return button;
    }

    @Override
    public void show() {
        Gdx.input.setInputProcessor(stage);
    }

    @Override
    public void hide() {
        Gdx.input.setInputProcessor(null);
    }

    @Override
    public void render(float seconds) {
        backdrop(seconds);
        stage.getViewport().apply();
        stage.act(seconds);
        stage.draw();
    }

    @Override
    public void resize(int width, int height) {
        viewport.setUnitsPerPixel(1f / Scale.of(width, height));
        viewport.update(width, height, true);
    }

    @Override
    public void dispose() {
        stage.dispose();
    }
}
