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

    /** Below these, in drawn pixels, letters and gaps are smaller and fewer creatures walk. */
    private static final int LEAST_WIDTH = 400;

    private static final int LEAST_HEIGHT = 230;
    private static final int SMALL_PARADE = 7;

    private final Backdrop backdrop;
    private final Label waking;
    private final TextButton start;
    private final TextButton settings;
    private final TextButton quit;

    TitleScreen(LatentWilds game) {
        super(game);
        backdrop = game.backdrop();
        waking = new Label("", game.theme().skin(), "quiet");
        start = button("title.new", () -> game.show(new NewRunScreen(game, game.suggestedSeed())));
        settings = button("title.settings", () -> game.show(new SettingsScreen(game)));
        quit = button("title.quit", Gdx.app::exit);
        new FocusKeys(stage, List.of(List.of(start), List.of(settings, quit)));
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        boolean small = stage.getWidth() < LEAST_WIDTH || stage.getHeight() < LEAST_HEIGHT;
        int gap = small ? GAP : 18;
        root.clearChildren();
        root.pad(small ? GAP : MARGIN);
        root.add(name(small ? "title-small" : "title")).padTop(small ? 0 : 2 * MARGIN).row();
        root.add(new Label(game.texts().of("tagline"), game.theme().skin(), "default"))
                .padTop(small ? 0 : MARGIN)
                .row();
        root.add(parade(small ? SMALL_PARADE : PARADE)).padTop(gap).height(SPRITE + 4).row();
        root.add(start).width(WIDTH).padTop(gap).row();
        Table second = new Table();
        second.add(settings).width((WIDTH - GAP) / 2f);
        second.add(quit).width((WIDTH - GAP) / 2f).padLeft(GAP);
        root.add(second).padTop(small ? 2 : GAP).row();
        root.add(waking).expandY().bottom();
    }

    private Table parade(int count) {
        Table parade = new Table();
        for (int i = 0; i < count; i++) {
            int which = i * 4;
            parade.add(new PictureBox(() -> creature(which), SPRITE, SPRITE)).pad(2);
        }
        return parade;
    }

    private Optional<TextureRegion> creature(int which) {
        return game.artwork()
                .menagerie()
                .species(game.suggestedSeed(), which)
                .flatMap(species -> game.artwork().sprite(species.look()));
    }

    private Stack name(String style) {
        String text = game.texts().of("title");
        Container<Label> shadow =
                new Container<>(new Label(text, game.theme().skin(), style + "-shadow"));
        shadow.padTop(4).padLeft(4);
        Container<Label> front = new Container<>(new Label(text, game.theme().skin(), style));
        return new Stack(shadow, front);
    }

    /**
     * Whether the ground behind it is there.
     *
     * @return as of the last frame
     */
    public boolean complete() {
        return backdrop.complete();
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
