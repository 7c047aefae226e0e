package latentwilds.screen;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import com.badlogic.gdx.utils.Align;
import java.util.List;
import java.util.Optional;
import latentwilds.entity.component.Person;
import latentwilds.entity.component.Solid;
import latentwilds.game.Dialogue;
import latentwilds.game.Run;
import latentwilds.world.Cell;

/** The words and the portrait of whoever is near. Opens by itself, closes when one walks away. */
final class DialogueBox {
    private static final int PORTRAIT = 64;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 80;
    private static final int GAP = 5;

    private final LatentWilds game;
    private final Run run;
    private final Table table;
    private final Label name;
    private final Label words;
    private final Label more;
    private Optional<Entity> speaker = Optional.empty();
    private List<Dialogue.Line> lines = List.of();
    private int line;

    DialogueBox(LatentWilds game, Run run) {
        this.game = game;
        this.run = run;
        Skin skin = game.theme().skin();
        name = new Label("", skin, "accent");
        words = new Label("", skin);
        words.setWrap(true);
        words.setAlignment(Align.topLeft);
        more = new Label("", skin, "quiet");
        table = new Table(skin);
        table.setBackground(game.theme().drawable("panel"));
        table.pad(StageScreen.GAP);
        table.add(new PictureBox(this::portrait, PORTRAIT, PORTRAIT).mounted(game.theme()));
        Table text = new Table();
        text.add(name).left().padTop(2).row();
        text.add(words).grow().padTop(GAP).row();
        text.add(more).right();
        table.add(text).grow().padLeft(StageScreen.GAP + 2);
    }

    Actor actor() {
        return table;
    }

    boolean open() {
        return speaker.isPresent();
    }

    /** Who is speaking. */
    Optional<Entity> speaker() {
        return speaker;
    }

    /** Whether the portrait of whoever speaks is there. */
    boolean complete() {
        return speaker.isEmpty() || portrait().isPresent();
    }

    private Optional<TextureRegion> portrait() {
        return speaker.flatMap(
                s -> game.artwork().portrait(s.getComponent(Person.class).character.face()));
    }

    void next() {
        if (speaker.isPresent()) {
            line = (line + 1) % lines.size();
            say();
        }
    }

    void update(float stageWidth) {
        float width = Math.min(WIDTH, stageWidth - 2 * StageScreen.GAP);
        table.setSize(width, HEIGHT);
        table.setPosition((float) Math.floor((stageWidth - width) / 2), StageScreen.GAP);
        Optional<Entity> near = run.neighbour();
        if (!near.equals(speaker)) {
            speaker = near;
            near.ifPresent(this::begin);
        }
    }

    private void begin(Entity person) {
        var character = person.getComponent(Person.class).character;
        Vector2 at = person.getComponent(Solid.class).body.getPosition();
        Cell cell = new Cell((int) Math.floor(at.x), (int) Math.floor(at.y));
        lines = run.dialogue().lines(character, cell);
        line = 0;
        name.setText(
                game.texts()
                        .of(
                                "person.of",
                                character.name(),
                                game.texts().of("ancestry." + character.ancestry())));
        say();
    }

    private void say() {
        words.setText(game.texts().of(lines.get(line)));
        more.setText(
                "%s  %d/%d".formatted(game.texts().of("dialogue.next"), line + 1, lines.size()));
    }
}
