package latentwilds.training.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentwilds.training.dataset.DatasetException;
import latentwilds.training.file.Reason;

/**
 * The images of a set, one a line, separated by tabs: file, labels, kind of piece, and what the
 * piece is made of.
 */
final class PieceList {
    /**
     * One image.
     *
     * @param file its name in the set
     * @param labels separated by commas
     * @param piece how it is made
     */
    record Line(String file, String labels, Piece piece) {}

    private PieceList() {}

    static List<Line> read(Path file) {
        List<Line> lines = new ArrayList<>();
        try {
            for (String text :
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
                lines.add(line(text));
            }
        } catch (IOException e) {
            throw new DatasetException("%s: cannot be read: %s".formatted(file, Reason.of(e)), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DatasetException(
                    "%s: line %d: expected file, labels, kind and parts, separated by tabs; found %s"
                            .formatted(file, lines.size() + 1, e.getMessage()),
                    e);
        }
        return lines;
    }

    private static Line line(String text) {
        List<String> words = List.of(text.split("\t"));
        Piece piece = Pieces.of(words.get(2), words.subList(3, words.size()));
        if (piece.files().isEmpty()) {
            throw new IllegalArgumentException("no parts");
        }
        return new Line(words.get(0), words.get(1), piece);
    }
}
