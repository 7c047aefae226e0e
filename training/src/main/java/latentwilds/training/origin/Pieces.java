package latentwilds.training.origin;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The kinds of pieces that the sets are made of. */
final class Pieces {
    private static final int SPRITE = 32;
    private static final int TEXTURE = 256;

    /** What has less alpha than this does not count as part of a figure. */
    private static final int SEEN = 17;

    private Pieces() {}

    /** From the words of a list: the kind, then what it needs. */
    static Piece of(String kind, List<String> words) {
        return switch (kind) {
            case "sprite" -> new Sprite(words.get(0));
            case "cell" ->
                    new Cell(
                            words.get(0),
                            Integer.parseInt(words.get(1)),
                            Integer.parseInt(words.get(2)));
            case "doll" -> new Doll(words);
            case "demon" ->
                    new Demon(
                            Integer.parseInt(words.get(0)),
                            Integer.parseInt(words.get(1)),
                            Double.parseDouble(words.get(2)),
                            words.subList(3, words.size()));
            case "tile" -> new Tile(words.get(0), words.size() > 1 ? words.get(1) : null);
            case "texture" -> new Texture(words.get(0));
            default ->
                    throw new IllegalArgumentException(
                            "expected sprite, cell, doll, demon, tile or texture, found " + kind);
        };
    }

    /** The figure alone, in the middle; one that is too large is shrunk. */
    private static Raster figure(Raster image) throws IOException {
        int left = image.width();
        int top = image.height();
        int right = -1;
        int bottom = -1;
        for (int i = 0; i < image.argb().length; i++) {
            if (image.argb()[i] >>> 24 >= SEEN) {
                left = Math.min(left, i % image.width());
                right = Math.max(right, i % image.width());
                top = Math.min(top, i / image.width());
                bottom = Math.max(bottom, i / image.width());
            }
        }
        if (right < 0) {
            throw new IOException("expected a figure, found an empty image");
        }
        Raster figure = image.crop(left, top, right - left + 1, bottom - top + 1);
        int longest = Math.max(figure.width(), figure.height());
        if (longest > SPRITE) {
            double scale = (double) SPRITE / longest;
            int width = Math.max(1, (int) Math.rint(figure.width() * scale));
            int height = Math.max(1, (int) Math.rint(figure.height() * scale));
            figure = Resize.lanczos(figure, width, height);
        }
        return figure.centred(SPRITE);
    }

    private static String names(List<String> layers, String without) {
        return layers.stream()
                .map(l -> Piece.name(l).replaceFirst("^" + without, ""))
                .collect(Collectors.joining("+"));
    }

    /** A figure of Crawl's, as it is. */
    private record Sprite(String path) implements Piece {
        @Override
        public String source() {
            return "dcss_32:" + Piece.inside(path);
        }

        @Override
        public List<String> files() {
            return List.of(path);
        }

        @Override
        public Raster draw(Shelf shelf) throws IOException {
            return figure(shelf.image(path));
        }
    }

    /** A figure out of Gervais' atlas of 32 x 32 cells. */
    private record Cell(String path, int row, int column) implements Piece {
        @Override
        public String source() {
            return "gervais_32:%s row%d col%d".formatted(Piece.inside(path), row, column);
        }

        @Override
        public List<String> files() {
            return List.of(path);
        }

        @Override
        public Raster draw(Shelf shelf) throws IOException {
            Raster atlas = shelf.image(path);
            return figure(atlas.crop(column * SPRITE, row * SPRITE, SPRITE, SPRITE));
        }
    }

    /** Body, clothes, hair and weapons of Crawl's, one over the other. */
    private record Doll(List<String> files) implements Piece {
        @Override
        public String source() {
            return "dcss_dolls_composed_32:" + names(files, "");
        }

        @Override
        public Raster draw(Shelf shelf) throws IOException {
            Raster doll = Raster.empty(SPRITE, SPRITE);
            for (String layer : files) {
                doll = doll.under(shelf.image(layer));
            }
            return figure(doll);
        }
    }

    /** Wings, body and head of Crawl's demon lords, recoloured. */
    private record Demon(int cyan, int yellow, double saturation, List<String> files)
            implements Piece {
        @Override
        public String source() {
            return "dcss_panlord_composed_32:%s hue%d/%d"
                    .formatted(names(files, "demon_"), cyan, yellow);
        }

        @Override
        public Raster draw(Shelf shelf) throws IOException {
            Recolouring colours = new Recolouring(cyan, yellow, saturation);
            Raster first = shelf.image(files.get(0));
            Raster demon = Raster.empty(first.width(), first.height());
            for (String layer : files) {
                demon = demon.under(colours.of(shelf.image(layer)));
            }
            return figure(demon);
        }
    }

    /** A tile of Crawl's ground or walls, over another one or over black. */
    private record Tile(String path, String ground) implements Piece {
        @Override
        public String source() {
            return Piece.inside(path);
        }

        @Override
        public List<String> files() {
            return ground == null ? List.of(path) : List.of(path, ground);
        }

        @Override
        public Raster draw(Shelf shelf) throws IOException {
            Raster tile = shelf.image(path);
            Raster below =
                    ground == null
                            ? Raster.empty(tile.width(), tile.height()).opaque()
                            : shelf.image(ground);
            return below.under(tile);
        }
    }

    /** A texture of 0 A.D.'s, averaged down. */
    private record Texture(String path) implements Piece {
        @Override
        public String source() {
            return Piece.inside(path).replaceFirst("(\\.png|\\.dds|\\.tga)?\\.cached\\.dds$", "");
        }

        @Override
        public List<String> files() {
            return List.of(path);
        }

        @Override
        public Raster draw(Shelf shelf) throws IOException {
            return Resize.box(shelf.image(path), TEXTURE, TEXTURE);
        }
    }
}
