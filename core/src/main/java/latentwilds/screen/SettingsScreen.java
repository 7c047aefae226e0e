package latentwilds.screen;

import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Button;
import com.badlogic.gdx.scenes.scene2d.ui.ButtonGroup;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.utils.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import latentwilds.synthesis.Backend;

/**
 * Where pictures are made and how much of a frame that may take. Kept when the screen is left;
 * another backend starts at once.
 */
public final class SettingsScreen extends StageScreen {
    private static final int WIDTH = 348;

    /** Where the window is narrower than that. */
    private static final int NARROW_PAD = 4;

    private final Skin skin = game.theme().skin();
    private final Backdrop backdrop;
    private final Table panel;
    private final Label hint;
    private final Label budget;
    private final Label now;
    private Settings settings;

    /**
     * Makes the screen.
     *
     * @param game its settings are shown and changed
     */
    public SettingsScreen(LatentWilds game) {
        super(game);
        settings = game.settings();
        backdrop = game.backdrop();
        hint = wrapped("quiet");
        now = wrapped("quiet");
        budget = new Label("", skin, "accent");
        List<Button> backends = backends();
        TextButton less = button("settings.less", () -> set(settings.step(-1)));
        TextButton more = button("settings.more", () -> set(settings.step(1)));
        boolean given = game.givenBudget();
        less.setDisabled(given);
        more.setDisabled(given);
        TextButton done = button("settings.done", this::back);

        panel = new Table(skin);
        panel.setBackground(game.theme().drawable("panel"));
        panel.pad(MARGIN);
        panel.defaults().growX();
        panel.add(new Label(game.texts().of("settings.title"), skin, "heading")).row();
        panel.add(label("settings.backend")).padTop(MARGIN).row();
        Table choices = new Table();
        choices.defaults().uniformX().growX();
        backends.forEach(b -> choices.add(b).padRight(b == last(backends) ? 0 : 2));
        panel.add(choices).padTop(GAP).row();
        panel.add(hint).height(22).padTop(GAP).row();
        Table amount = new Table();
        amount.add(label("settings.budget")).growX();
        amount.add(less).width(22);
        amount.add(budget).width(40).center();
        amount.add(more).width(22);
        budget.setAlignment(Align.center);
        panel.add(amount).padTop(MARGIN).row();
        panel.add(now).height(22).padTop(GAP).row();
        panel.add(done).padTop(MARGIN).right().fill(false, false).width(80);
        root.add(panel);
        new FocusKeys(stage, List.of(backends, List.of(less, more), List.of(done)));
        set(settings);
    }

    @Override
    public void resize(int width, int height) {
        super.resize(width, height);
        boolean narrow = stage.getWidth() < WIDTH;
        panel.pad(narrow ? NARROW_PAD : MARGIN);
        root.getCell(panel).width(narrow ? stage.getWidth() : WIDTH);
        root.invalidateHierarchy();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private Label wrapped(String style) {
        Label label = new Label("", skin, style);
        label.setWrap(true);
        label.setAlignment(Align.topLeft);
        return label;
    }

    private Label label(String key) {
        return new Label(game.texts().of(key), skin);
    }

    private List<Button> backends() {
        List<Button> buttons = new ArrayList<>();
        ButtonGroup<Button> group = new ButtonGroup<>();
        // Else the first one would be checked as soon as it is added, and be taken for a choice.
        group.setMinCheckCount(0);
        for (Backend backend : Backend.values()) {
            TextButton button =
                    new TextButton(game.texts().of("settings.backend." + backend), skin, "choice");
            button.pad(6, 2, 5, 2);
            button.setChecked(backend == settings.backend());
            // What is given stays to be seen: it is checked, and cannot be anything else.
            button.setDisabled(game.givenBackend() && backend != settings.backend());
            button.addListener(
                    new ChangeListener() {
                        @Override
                        public void changed(ChangeEvent event, Actor actor) {
                            if (button.isChecked()) {
                                set(settings.with(backend));
                            }
                        }
                    });
            group.add(button);
            buttons.add(button);
        }
        group.setMinCheckCount(1);
        return buttons;
    }

    private void set(Settings next) {
        settings = next;
        hint.setText(
                game.texts()
                        .of(
                                game.givenBackend()
                                        ? "settings.given"
                                        : "settings.hint." + next.backend()));
        budget.setText(String.format(Locale.ROOT, "%.0f ms", next.budgetMillis()));
    }

    /**
     * Whether the ground behind it is there, for pictures.
     *
     * @return as of the last frame
     */
    public boolean complete() {
        return backdrop.complete();
    }

    @Override
    void backdrop(float seconds) {
        backdrop.draw(seconds, viewport.getScreenWidth(), viewport.getScreenHeight());
        var backends = game.artwork().stats().backends();
        boolean one = Set.copyOf(backends.values()).size() == 1;
        String words =
                one
                        ? String.valueOf(backends.values().iterator().next())
                        : backends.keySet().stream()
                                .sorted()
                                .map(kind -> kind + " " + backends.get(kind))
                                .collect(Collectors.joining(", "));
        now.setText(game.texts().of("settings.now", words));
    }

    /** Keeps what was chosen. */
    @Override
    void back() {
        game.use(settings);
        super.back();
    }
}
