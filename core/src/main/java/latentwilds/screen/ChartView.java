package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.GlyphLayout;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.ui.Widget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.game.Place;
import latentwilds.game.Run;
import latentwilds.world.BiomeField;

/** A window onto the {@link Chart}: round the hero, or most of the island with names on it. */
final class ChartView extends Widget {
    /** Pixels of the chart's middle that hold every island: its edges are sea. */
    private static final int ISLAND = 448;

    private static final int MARK = 5;

    /** From a mark to its name. */
    private static final int GAP = 1;

    /** From a name's letters to the edge of its shade. */
    private static final int PAD = 2;

    private static final float SHADE = 0.7f;

    private final LatentWilds game;
    private final Run run;
    private final Chart chart;
    private final boolean whole;
    private final GlyphLayout layout = new GlyphLayout();
    private int side;
    private int shrink = 1;

    /** What is drawn, from the south-western pixel of the chart on; lengths are its pixels. */
    private record Frame(int left, int bottom, int x, int y, int shrink) {
        Box mark(float cellX, float cellY) {
            return new Box(
                    x + Math.floorDiv(pixel(cellX) - left, shrink) - MARK / 2,
                    y + Math.floorDiv(pixel(cellY) - bottom, shrink) - MARK / 2,
                    MARK,
                    MARK);
        }
    }

    private ChartView(LatentWilds game, Run run, Chart chart, boolean whole) {
        this.game = game;
        this.run = run;
        this.chart = chart;
        this.whole = whole;
    }

    /** The island, in as many pixels as {@link #fit} says. */
    static ChartView island(LatentWilds game, Run run, Chart chart) {
        return new ChartView(game, run, chart, true);
    }

    /** What is round the hero, in so many drawn pixels. */
    static ChartView surroundings(LatentWilds game, Run run, Chart chart, int side) {
        ChartView view = new ChartView(game, run, chart, false);
        view.side = side;
        return view;
    }

    /**
     * Shows the island as large as there is room for, by a whole number of the chart's pixels.
     *
     * @param room drawn pixels
     */
    void fit(int room) {
        shrink = Math.max(1, (ISLAND + room - 1) / Math.max(1, room));
        if (side != ISLAND / shrink) {
            side = ISLAND / shrink;
            invalidateHierarchy();
        }
    }

    @Override
    public float getPrefWidth() {
        return side;
    }

    @Override
    public float getPrefHeight() {
        return side;
    }

    @Override
    public void draw(Batch batch, float parentAlpha) {
        validate();
        Vector2 hero = run.heroPosition();
        int reach = side * shrink;
        Frame frame =
                new Frame(
                        inside((whole ? Chart.SIDE / 2 : pixel(hero.x)) - reach / 2),
                        inside((whole ? Chart.SIDE / 2 : pixel(hero.y)) - reach / 2),
                        (int) Math.floor(getX()),
                        (int) Math.floor(getY()),
                        shrink);
        Box area = new Box(frame.x, frame.y, side, side);
        batch.setColor(Color.WHITE);
        batch.draw(
                chart.part(frame.left, frame.bottom, reach, reach), frame.x, frame.y, side, side);
        for (Place place : run.places().all()) {
            Box mark = mark(frame, place);
            if (area.holds(mark) && shown(place)) {
                square(batch, mark, known(place) ? Tone.TEXT : Tone.EDGE);
            }
        }
        Box here = frame.mark(hero.x, hero.y);
        if (whole) {
            names(batch, frame, area, here);
        }
        if (area.holds(here)) {
            diamond(batch, here);
        }
        batch.setColor(Color.WHITE);
    }

    private static int pixel(float cells) {
        return (int) cells / Chart.CELLS;
    }

    private int inside(int edge) {
        return Math.max(0, Math.min(Chart.SIDE - side * shrink, edge));
    }

    private boolean known(Place place) {
        return run.explored().at(place.cell());
    }

    /** Everybody knows where people live; landmarks are to be found. */
    private boolean shown(Place place) {
        return place.landmark().isEmpty() || known(place);
    }

    /** Small for a landmark. */
    private static Box mark(Frame frame, Place place) {
        Box mark = frame.mark(place.cell().x(), place.cell().y());
        return place.landmark().isEmpty() ? mark : mark.grown(-1);
    }

    private void square(Batch batch, Box mark, Tone tone) {
        fill(batch, mark, Tone.NIGHT.colour());
        fill(batch, mark.grown(-1), tone.colour());
    }

    /** The hero: another shape than places have, so that both are told apart where they meet. */
    private void diamond(Batch batch, Box mark) {
        int reach = MARK / 2 + 1;
        for (int dy = -reach; dy <= reach; dy++) {
            int half = reach - Math.abs(dy);
            Box row =
                    new Box(
                            mark.left() + MARK / 2 - half,
                            mark.bottom() + MARK / 2 + dy,
                            2 * half + 1,
                            1);
            fill(batch, row, Tone.NIGHT.colour());
            if (half > 0) {
                fill(
                        batch,
                        new Box(row.left() + 1, row.bottom(), row.width() - 2, 1),
                        Tone.ACCENT.colour());
            }
        }
    }

    private void fill(Batch batch, Box box, Color colour) {
        batch.setColor(colour);
        batch.draw(game.theme().white(), box.left(), box.bottom(), box.width(), box.height());
    }

    /** The run's first settlement, settlements, and what is near to the hero matter most. */
    private void names(Batch batch, Frame frame, Box area, Box here) {
        BitmapFont font = game.theme().skin().getFont("small");
        List<Box> taken = new ArrayList<>(List.of(here.grown(1)));
        List<String> names = new ArrayList<>();
        List<Labels.Label> labels = new ArrayList<>();
        for (Place place : run.places().all()) {
            if (shown(place)) {
                taken.add(mark(frame, place));
            }
            if (known(place)) {
                String name = game.texts().of(place.key(), place.name());
                layout.setText(font, name);
                names.add(name);
                labels.add(
                        new Labels.Label(
                                Labels.beside(
                                        mark(frame, place),
                                        (int) Math.ceil(layout.width) + 2 * PAD,
                                        (int) Math.ceil(layout.height) + 2 * PAD,
                                        GAP),
                                importance(place)));
            }
        }
        List<Optional<Box>> boxes = Labels.place(area, taken, labels);
        for (int i = 0; i < boxes.size(); i++) {
            String name = names.get(i);
            boxes.get(i).ifPresent(box -> name(batch, font, name, box));
        }
    }

    private double importance(Place place) {
        if (place.equals(run.places().all().get(0))) {
            return 1;
        }
        double near = -run.heroPosition().dst(place.cell().x(), place.cell().y());
        return place.landmark().isEmpty() ? near : near - BiomeField.SIZE;
    }

    private void name(Batch batch, BitmapFont font, String name, Box place) {
        Color shade = Tone.NIGHT.colour();
        shade.a = SHADE;
        fill(batch, place, shade);
        batch.setColor(Color.WHITE);
        font.setColor(Tone.TEXT.colour());
        font.draw(batch, name, place.left() + PAD, place.bottom() + place.height() - PAD);
    }
}
