package latentwilds.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Stack;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import java.util.List;
import java.util.Optional;

/** The first screen: the name, synthesised creatures on synthesised ground, and where to go. */
public final class TitleScreen extends StageScreen {
    private static final int PARADE = 9;
    private static final int SPRITE = 34;
    private static final int WIDTH = 174;

    private final Backdrop backdrop;
    private final Label waking;

    TitleScreen(LatentWilds game) {
        super(game);
        backdrop = game.backdrop();
        Table parade = new Table();
        for (int i = 0; i < PARADE; i++) {
            int which = i * 4;
            parade.add(new PictureBox(() -> creature(which), SPRITE, SPRITE)).pad(2);
        }
        waking = new Label("", game.theme().skin(), "quiet");
        root.pad(MARGIN);
        root.add(name()).padTop(2 * MARGIN).row();
        root.add(new Label(game.texts().of("tagline"), game.theme().skin(), "default"))
                .padTop(MARGIN)
                .row();
        root.add(parade).padTop(18).height(SPRITE + 4).row();
        TextButton start =
                button("title.new", () -> game.show(new NewRunScreen(game, game.suggestedSeed())));
        TextButton settings = button("title.settings", () -> game.show(new SettingsScreen(game)));
        TextButton quit = button("title.quit", Gdx.app::exit);
        new FocusKeys(stage, List.of(List.of(start), List.of(settings, quit)));
        root.add(start).width(WIDTH).padTop(18).row();
        Table second = new Table();
        second.add(settings).width((WIDTH - GAP) / 2f);
        second.add(quit).width((WIDTH - GAP) / 2f).padLeft(GAP);
        root.add(second).padTop(GAP).row();
        root.add(waking).expandY().bottom();
    }

    private Optional<TextureRegion> creature(int which) {
        return game.artwork()
                .menagerie()
                .species(game.suggestedSeed(), which)
                .flatMap(species -> game.artwork().sprite(species.look()));
    }

    private Stack name() {
        String text = game.texts().of("title");
        Container<Label> shadow =
                new Container<>(new Label(text, game.theme().skin(), "title-shadow"));
        shadow.padTop(4).padLeft(4);
        Container<Label> front = new Container<>(new Label(text, game.theme().skin(), "title"));
        return new Stack(shadow, front);
    }

    @Override
    void backdrop(float seconds) {
        backdrop.draw(seconds, viewport.getScreenWidth(), viewport.getScreenHeight());
        waking.setText(
                game.artwork()
                        .failure()
                        .orElse(game.artwork().ready() ? "" : game.texts().of("title.waking")));
    }

    @Override
    void back() {
        Gdx.app.exit();
    }
}
