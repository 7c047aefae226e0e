package latentwilds.screen;

import com.badlogic.ashley.core.Entity;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.OrthographicCamera;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.math.Vector2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.entity.component.Person;
import latentwilds.entity.component.Solid;
import latentwilds.game.Run;
import latentwilds.world.ChunkPlace;
import latentwilds.world.WorldMap;

/** Names over people's heads and a mark over the hero's, so that one finds them among creatures. */
final class Nameplates {
    private static final int METRE = ChunkPlace.CELL_PIXELS;
    private static final int HEAD = 33;

    /** From the feet down to the bottom of a name below them. */
    private static final int FEET = 20;

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

    /**
     * Draws names where they have room; those of people nearer to the hero come first.
     *
     * @param aside how far who speaks is drawn from where he stands
     * @param panels what will be drawn over the window later, in its drawn pixels
     */
    void draw(OrthographicCamera camera, Aside aside, List<Box> panels) {
        int west = (int) Math.floor(camera.position.x - camera.viewportWidth / 2);
        int south = (int) Math.floor(camera.position.y - camera.viewportHeight / 2);
        Box window =
                new Box(
                        west,
                        south,
                        (int) Math.ceil(camera.viewportWidth),
                        (int) Math.ceil(camera.viewportHeight));
        List<Box> hidden = panels.stream().map(p -> p.moved(west, south)).toList();
        List<Box> taken = new ArrayList<>(hidden);
        int middle = (int) Math.floor(camera.position.x);
        int head =
                (int) Math.floor(camera.position.y)
                        + HEAD
                        - METRE / 2
                        - sunk(run.map(), run.heroPosition());
        taken.add(new Box(middle - ARROW / 2, head, ARROW + 1, ARROW));
        List<String> names = new ArrayList<>();
        List<Labels.Label> labels = new ArrayList<>();
        for (Entity person : run.people()) {
            Vector2 at = person.getComponent(Solid.class).body.getPosition();
            int x = Math.round(at.x * METRE + aside.of(person));
            int feet = feet(run.map(), at);
            Box figure = new Box(x - METRE / 2, feet, METRE, HEAD);
            // Without its bearer in sight a name would seem to be somebody else's.
            if (hidden.stream().noneMatch(figure::meets)) {
                String name = person.getComponent(Person.class).character.name();
                names.add(name);
                labels.add(new Labels.Label(places(name, x, feet), -at.dst2(run.heroPosition())));
            }
        }
        List<Optional<Box>> places = Labels.place(window, taken, labels);
        SpriteBatch batch = game.batch();
        batch.setProjectionMatrix(camera.combined);
        batch.begin();
        for (int i = 0; i < places.size(); i++) {
            String name = names.get(i);
            places.get(i).ifPresent(place -> name(batch, name, place));
        }
        arrow(batch, camera, head);
        batch.setColor(Color.WHITE);
        batch.end();
    }

    /**
     * Where the feet of somebody are drawn who stands at a place: people are of one size.
     *
     * @param at metres
     * @return drawn pixels from the south: on firm ground the place itself, in water below it
     */
    static int feet(WorldMap map, Vector2 at) {
        return Math.round(at.y * METRE) - sunk(map, at);
    }

    private static int sunk(WorldMap map, Vector2 at) {
        return Wading.in(map.footing(at.x, at.y), 1, HEAD + 1).rows();
    }

    /** Over the head, a line higher, or below the feet. */
    private List<Box> places(String name, int x, int feet) {
        layout.setText(game.theme().skin().getFont("small"), name);
        int width = (int) Math.ceil(layout.width) + 2 * PAD;
        int height = (int) Math.ceil(layout.height) + 2 * PAD;
        int left = Math.round(x - layout.width / 2) - PAD;
        Box over = new Box(left, feet + HEAD - PAD, width, height);
        return List.of(over, over.moved(0, height), new Box(left, feet - FEET, width, height));
    }

    private void name(SpriteBatch batch, String name, Box place) {
        BitmapFont font = game.theme().skin().getFont("small");
        Color night = Tone.NIGHT.colour();
        batch.setColor(night.r, night.g, night.b, SHADE);
        batch.draw(
                game.theme().white(), place.left(), place.bottom(), place.width(), place.height());
        batch.setColor(Color.WHITE);
        font.setColor(Tone.ACCENT.colour());
        font.draw(batch, name, place.left() + PAD, place.bottom() + place.height() - PAD);
    }

    /** Where the camera looks, the hero stands: the mark needs no rounding of its own. */
    private void arrow(SpriteBatch batch, OrthographicCamera camera, int bottom) {
        TextureRegion white = game.theme().white();
        float centre = (float) Math.floor(camera.position.x) + 0.5f;
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
