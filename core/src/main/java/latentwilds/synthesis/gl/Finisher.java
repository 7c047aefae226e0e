package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Luminance;
import latentwilds.synthesis.Placement;

/**
 * Finishes up to four pictures on the GPU, as {@code latentwilds.texture.PixelArt} does in plain
 * Java, to the last bit: passes over small textures of whole numbers, the pictures one above the
 * other. {@code docs/synthesis.md} lists them. The owner closes it.
 */
final class Finisher implements AutoCloseable {
    private static final int STACKED = Layers.MOST;

    private final Device device;
    private final Layers pictures;
    private final int width;
    private final int height;
    private final int colours;
    private final List<Cells> all = new ArrayList<>();
    private final Cells wishes;
    private final Cells straight;
    private final Cells clean;
    private final Cells[] parts = new Cells[2];
    private final Cells rows;
    private final Cells sums;
    private final Cells cuts;
    private final Cells[] palettes = new Cells[2];
    private final Cells most;
    private final Cells facts;
    // While passes are listed: the first is what was written last.
    private List<Pass> passes = new ArrayList<>();

    /**
     * Makes the textures.
     *
     * @param pictures four channels, a layer each, {@code width} x {@code height} of it
     * @param colours most that a finish has
     */
    Finisher(Device device, Layers pictures, int width, int height, int colours) {
        this.device = device;
        this.pictures = pictures;
        this.width = width;
        this.height = height;
        this.colours = colours;
        wishes = cells(Wishes.WIDTH, Wishes.HEIGHT);
        straight = cells(width, STACKED * height);
        clean = cells(width, STACKED * height);
        parts[0] = cells(width, STACKED * height);
        parts[1] = cells(width, STACKED * height);
        rows = cells(2 * colours, STACKED * height);
        sums = cells(2 * colours, STACKED);
        cuts = cells(colours, STACKED);
        palettes[0] = cells(colours, STACKED);
        palettes[1] = cells(colours, STACKED);
        most = cells(1, STACKED);
        facts = cells(1, STACKED);
    }

    private Cells cells(int columns, int rowCount) {
        Cells made = new Cells(device.gl(), columns, rowCount);
        all.add(made);
        return made;
    }

    boolean fits(int otherColours) {
        return colours == otherColours;
    }

    /**
     * Uploads what the pictures of a call want, and lists the passes that finish them up to where
     * they can be placed.
     *
     * @param finishes one per picture, at most four, of one style
     */
    List<Pass> passes(List<Finish> finishes) {
        wishes.write(Wishes.pack(finishes));
        passes = new ArrayList<>();
        Finish style = finishes.get(0);
        int stacked = finishes.size() * height;
        shape(style, stacked);
        boxes(finishes.size(), stacked);
        int allowed = finishes.stream().mapToInt(f -> f.allowed().length).max().orElse(0);
        if (allowed > 0) {
            choose(finishes.size(), allowed);
        }
        draw(
                Op.PAINT,
                straight,
                straight.area(width, stacked),
                colours,
                Map.of("uCanvas", clean, "uPalette", palettes[0]),
                shader -> shader.set("uCount", colours));
        if (style.rim().drawn() || style.grounded()) {
            rim(finishes.size(), stacked);
        }
        return passes;
    }

    /** Levels, parts, and what is left without the crumbs. */
    private void shape(Finish style, int stacked) {
        Area canvas = straight.area(width, stacked);
        draw(Op.STRAIGHT, straight, canvas, 1, Map.of(), shader -> pictures.bind());
        draw(
                Op.PARTS,
                parts[0],
                canvas,
                1,
                Map.of("uCanvas", straight),
                shader -> shader.set("uLowest", style.lowestAlpha()));
        for (int i = 0; i < Finish.SWEEPS; i++) {
            draw(Op.SWEEP, parts[1], canvas, 2 * width, Map.of("uParts", parts[0]), none());
            swap(parts);
        }
        draw(Op.SIZE, parts[1], canvas, width * height / 32.0, Map.of("uParts", parts[0]), none());
        swap(parts);
        most(parts[0], 1, stacked);
        draw(
                Op.CLEAR,
                clean,
                canvas,
                4,
                Map.of("uCanvas", straight, "uParts", parts[0], "uFacts", most),
                shader -> {
                    shader.set("uOpaque", style.opaque() ? 1 : 0);
                    shader.set("uShare", style.smallestPart());
                });
        most(clean, 3, stacked);
    }

    private void most(Cells of, int channel, int stacked) {
        draw(
                Op.MOST_IN_ROW,
                rows,
                rows.area(1, stacked),
                width,
                Map.of("uCanvas", of),
                shader -> shader.set("uChannel", channel));
        draw(Op.MOST, most, most.area(1, stacked / height), height, Map.of("uRows", rows), none());
    }

    /** The pictures' own palettes. */
    private void boxes(int count, int stacked) {
        Area canvas = clean.area(width, stacked);
        draw(Op.BEGIN, parts[0], canvas, 2, Map.of("uCanvas", clean, "uFacts", most), solid());
        for (int before : Finish.boxes(colours)) {
            sumRows(2, before, stacked);
            draw(
                    Op.SUMS,
                    sums,
                    sums.area(2 * before, count),
                    height,
                    Map.of("uSums", rows),
                    none());
            draw(
                    Op.DECIDE,
                    cuts,
                    cuts.area(before, count),
                    2 * before,
                    Map.of("uSums", sums),
                    shader -> {
                        shader.set("uCount", before);
                        shader.set("uMost", colours);
                    });
            draw(
                    Op.CUT,
                    parts[1],
                    canvas,
                    3,
                    Map.of("uBoxes", parts[0], "uCuts", cuts, "uCanvas", clean),
                    none());
            swap(parts);
        }
        means(count, stacked, true);
        for (int round = 0; round < Finish.ROUNDS; round++) {
            draw(
                    Op.NEAREST,
                    parts[0],
                    canvas,
                    colours,
                    Map.of("uCanvas", clean, "uFacts", most, "uPalette", palettes[0]),
                    solid().andThen(shader -> shader.set("uCount", colours)));
            means(count, stacked, false);
        }
    }

    private static Consumer<Shader> solid() {
        return shader -> shader.set("uSolid", Finish.SOLID);
    }

    private void sumRows(int halves, int boxes, int stacked) {
        draw(
                Op.SUM_ROWS,
                rows,
                rows.area(halves * boxes, stacked),
                width,
                Map.of("uBoxes", parts[0], "uCanvas", clean),
                shader -> shader.set("uHalves", halves));
    }

    private void means(int count, int stacked, boolean first) {
        sumRows(1, colours, stacked);
        draw(
                Op.MEANS,
                palettes[1],
                palettes[1].area(colours, count),
                height,
                Map.of("uSums", rows, "uPalette", palettes[0]),
                shader -> shader.set("uFirst", first ? 1 : 0));
        swap(palettes);
    }

    private void choose(int count, int allowed) {
        draw(
                Op.CHOOSE,
                palettes[1],
                palettes[1].area(colours, count),
                allowed,
                Map.of("uPalette", palettes[0], "uWishes", wishes),
                shader -> shader.set("uCount", allowed));
        swap(palettes);
    }

    private void rim(int count, int stacked) {
        draw(
                Op.RIM_ROWS,
                rows,
                rows.area(1, stacked),
                4 * width,
                Map.of("uCanvas", straight, "uWishes", wishes),
                none());
        draw(
                Op.RIM,
                facts,
                facts.area(1, count),
                height + colours,
                Map.of("uRows", rows, "uPalette", palettes[0], "uWishes", wishes),
                shader -> {
                    shader.set("uCount", colours);
                    shader.set("uFlare", Luminance.FLARE);
                });
    }

    /**
     * The pass that draws one finished picture to its place.
     *
     * @param lane which
     * @param target binds the place's texture
     */
    Pass place(int lane, Finish finish, Placement.Spot spot, Runnable target) {
        return new Pass(
                "place",
                Op.PLACE,
                1,
                new Area(spot.x(), spot.y(), spot.width(), spot.height()),
                17,
                target,
                inputs(
                        Map.of("uCanvas", straight, "uFacts", facts, "uWishes", wishes),
                        shader -> {
                            shader.set("uFlare", Luminance.FLARE);
                            shader.set("uLane", lane);
                            shader.set("uOrigin", spot.x(), spot.y());
                            shader.set("uBorder", finish.border());
                            shader.set("uGrounded", finish.grounded() ? 1 : 0);
                        }));
    }

    private void draw(
            Op op,
            Cells target,
            Area area,
            double fetches,
            Map<String, Cells> read,
            Consumer<Shader> uniforms) {
        String name = "finish " + op.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        passes.add(new Pass(name, op, 1, area, fetches, target::drawTo, inputs(read, uniforms)));
    }

    private Consumer<Shader> inputs(Map<String, Cells> read, Consumer<Shader> uniforms) {
        List<Map.Entry<String, Cells>> entries = List.copyOf(read.entrySet());
        return shader -> {
            shader.set("uSize", width, height);
            for (int i = 0; i < entries.size(); i++) {
                device.gl().glActiveTexture(GL20.GL_TEXTURE0 + i);
                entries.get(i).getValue().bind();
                shader.set(entries.get(i).getKey(), i);
            }
            uniforms.accept(shader);
        };
    }

    private static Consumer<Shader> none() {
        return shader -> {};
    }

    private static void swap(Cells[] pair) {
        Cells first = pair[0];
        pair[0] = pair[1];
        pair[1] = first;
    }

    long bytes() {
        return all.stream().mapToLong(Cells::bytes).sum();
    }

    @Override
    public void close() {
        all.forEach(Cells::close);
        all.clear();
    }
}
