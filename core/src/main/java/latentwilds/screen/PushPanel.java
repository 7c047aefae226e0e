package latentwilds.screen;

import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import java.util.Optional;
import latentwilds.entity.Character;
import latentwilds.latent.LatentId;

/** Whom the designer pushes, as synthesised and as pushed, where nothing hides it. */
final class PushPanel {
    private static final int SIDE = 54;

    private final Artwork artwork;
    private final Table table;

    PushPanel(LatentWilds game) {
        artwork = game.artwork();
        table = new Table(game.theme().skin());
        table.setBackground(game.theme().drawable("panel"));
        table.pad(StageScreen.GAP);
        Theme theme = game.theme();
        table.add(new PictureBox(() -> picture(false), SIDE, SIDE).mounted(theme));
        table.add(new PictureBox(() -> picture(true), SIDE, SIDE).mounted(theme)).padLeft(2).row();
        // Else tall letters touch the mounts.
        table.add(new Label(game.texts().of("push.before"), game.theme().skin(), "quiet"))
                .padTop(2);
        table.add(new Label(game.texts().of("push.after"), game.theme().skin(), "quiet")).padTop(2);
    }

    Actor actor() {
        return table;
    }

    private Optional<TextureRegion> picture(boolean pushed) {
        Optional<LatentId> look = artwork.push().chosen();
        return look.flatMap(
                id ->
                        id.kind().equals(Character.FACES)
                                ? artwork.portrait(id, pushed)
                                : artwork.sprite(id, pushed));
    }

    /** Whether somebody is pushed. */
    boolean open() {
        return artwork.push().chosen().isPresent();
    }

    /** Below the hero's own panel. */
    void update(float stageHeight) {
        table.pack();
        table.setPosition(
                StageScreen.GAP,
                (float) Math.floor(stageHeight - table.getHeight() - 48 - 2 * StageScreen.GAP));
    }

    /** Whether both pictures are there, if they are asked for. */
    boolean complete() {
        return !table.isVisible() || picture(false).isPresent() && picture(true).isPresent();
    }
}
