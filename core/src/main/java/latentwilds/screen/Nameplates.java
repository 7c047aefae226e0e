package latentwilds.screen;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.OrthographicCamera;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.utils.Align;
import latentwilds.entity.component.Person;
import latentwilds.entity.component.Solid;
import latentwilds.game.Run;
import latentwilds.world.ChunkPlace;

/** Names over people's heads and a mark over the hero's, so that one finds them among creatures. */
final class Nameplates {
    private static final int METRE = ChunkPlace.CELL_PIXELS;
    private static final int HEAD = 33;
    private static final int PAD = 2;
    private static final int ARROW = 7;
    private static final float SHADE = 0.6f;

    private final LatentWilds game;
    private final Run run;
    private final GlyphLayout layout = new GlyphLayout();

    Nameplates(LatentWilds game, Run run) {
        this.game = game;
        this.run = run;
    }

    void draw(OrthographicCamera camera, Aside aside) {
        SpriteBatch batch = game.batch();
        batch.setProjectionMatrix(camera.combined);
        batch.begin();
        for (Entity person : run.people()) {
            Vector2 at = person.getComponent(Solid.class).body.getPosition();
            name(
                    batch,
                    person.getComponent(Person.class).character.name(),
                    at.x * METRE + aside.of(person),
                    at.y * METRE);
        }
        arrow(batch, camera);
        batch.setColor(Color.WHITE);
        batch.end();
    }

    private void name(SpriteBatch batch, String name, float x, float y) {
        BitmapFont font = game.theme().skin().getFont("small");
        layout.setText(font, name, Tone.ACCENT.colour(), 0, Align.left, false);
        int left = Math.round(x - layout.width / 2);
        int bottom = Math.round(y) + HEAD;
        Color night = Tone.NIGHT.colour();
        batch.setColor(night.r, night.g, night.b, SHADE);
        batch.draw(
                game.theme().white(),
                left - PAD,
                bottom - PAD,
                layout.width + 2 * PAD,
                layout.height + 2 * PAD);
        batch.setColor(Color.WHITE);
        font.draw(batch, layout, left, bottom + layout.height);
    }

    /** Where the camera looks, the hero stands: the mark needs no rounding of its own. */
    private void arrow(SpriteBatch batch, OrthographicCamera camera) {
        TextureRegion white = game.theme().white();
        float centre = (float) Math.floor(camera.position.x) + 0.5f;
        float bottom = (float) Math.floor(camera.position.y) + HEAD - METRE / 2f;
        for (int row = 0; row <= ARROW / 2; row++) {
            int half = row;
            batch.setColor(Tone.NIGHT.colour());
            batch.draw(white, centre - half - 1.5f, bottom + row, 2 * half + 3, 1);
        }
        for (int row = 1; row <= ARROW / 2; row++) {
            int half = row - 1;
            batch.setColor(Tone.ACCENT.colour());
            batch.draw(white, centre - half - 0.5f, bottom + row, 2 * half + 1, 1);
        }
        batch.setColor(Tone.NIGHT.colour());
        batch.draw(white, centre - ARROW / 2f, bottom + ARROW / 2f + 0.5f, ARROW, 1);
    }
}
