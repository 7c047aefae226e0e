package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorWeights;
import latentwilds.model.RandomWeights;
import latentwilds.model.Specs;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.Placement;
import latentwilds.synthesis.reference.ReferenceGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures drawn straight to textures: the bytes that plain Java would have uploaded. */
@Timeout(120)
class PlacementTest {
    private static final int CELL = 8;
    private static final int MARGIN = 3;
    private static final int WIDTH = 5 * CELL - 2 * MARGIN;
    private static final int HEIGHT = 4 * CELL - 2 * MARGIN;

    private final GeneratorWeights weights = RandomWeights.of(Specs.field(), 1);
    private final GlBench bench = new GlBench(3, 2);

    @AfterEach
    void close() {
        bench.close();
    }

    /** A texture of bytes, full of something else at first. */
    private final class Page implements Placement {
        private final int texture = bench.window.call(() -> bench.texture(WIDTH, HEIGHT));
        private boolean done;

        @Override
        public Spot open() {
            return new Spot(texture, WIDTH, HEIGHT, MARGIN);
        }

        @Override
        public void done() {
            done = true;
        }

        @Override
        public void failed() {
            throw new AssertionError();
        }

        byte[] read() {
            return bench.read(texture, WIDTH, HEIGHT);
        }
    }

    @Test
    void theBytesAreThoseOfPlainJavaWithoutTheMarginRowZeroOnTop() {
        bench.everyFrame(500_000);
        Generator generator = bench.backend.open(weights);
        ReferenceGenerator reference = new ReferenceGenerator(weights);
        // One, then the lanes full, then not full, then more than one round.
        for (int count : new int[] {1, 4, 3, 6}) {
            List<LatentGrid> inputs = GlBench.inputs(weights.spec(), count, 4, 5, count);
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pages.add(new Page());
            }

            assertThat(generator.draw(inputs, List.copyOf(pages))).isTrue();

            List<Picture> expected = reference.synthesise(inputs);
            for (int i = 0; i < count; i++) {
                assertThat(pages.get(i).done).isTrue();
                same(bench.window.call(pages.get(i)::read), expected.get(i));
            }
        }
        bench.window.run(generator::close);
    }

    private static void same(byte[] rgba, Picture expected) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int at = 4 * (y * WIDTH + x);
                for (int c = 0; c < 3; c++) {
                    float unit = (expected.at(c, x + MARGIN, y + MARGIN) + 1) / 2;
                    // A half may be rounded either way, by a rounding error before it.
                    assertThat(rgba[at + c] & 0xff)
                            .isBetween((int) (unit * 255 + 0.499f), (int) (unit * 255 + 0.501f));
                }
                assertThat(rgba[at + 3] & 0xff).as("opaque").isEqualTo(255);
            }
        }
    }
}
