package latentwilds.synthesis.gl;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import latentwilds.latent.LatentGrid;
import latentwilds.model.Model;
import latentwilds.model.ModelPack;
import latentwilds.seed.RandomStream;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Generator;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.Placement;
import latentwilds.texture.MadeUpPictures;
import latentwilds.texture.PixelArt;
import latentwilds.texture.PixelImage;
import latentwilds.texture.SpriteStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sprites that shaders finish: byte for byte those of plain Java. */
@Timeout(180)
class FinisherTest {
    private static final int ATLAS = 256;

    /** What drivers offer: macOS has 4.1, ES's dialect is compiled by desktop GL from 4.3 on. */
    enum Context {
        // A lone one, lanes not full, more than one round.
        CORE_32(3, 2, Device::of, 12, 1, 3, 9),
        CORE_33(3, 3, Device::of, 3, 3),
        CORE_41(4, 1, Device::of, 3, 3),
        ES_DIALECT(4, 5, gl -> new Device(gl, Dialect.GLSL_300_ES, Storage.FLOAT, 2048), 3, 3);

        private final int major;
        private final int minor;
        private final Function<GL30, Device> device;
        private final int rounds;
        private final int[] counts;

        Context(int major, int minor, Function<GL30, Device> device, int rounds, int... counts) {
            this.rounds = rounds;
            this.counts = counts;
            this.major = major;
            this.minor = minor;
            this.device = device;
        }
    }

    private final TamperedGl watched = new TamperedGl();
    private GlBench bench;
    private int atlas;

    private void open(Context context) {
        bench = new GlBench(context.major, context.minor, watched::over, context.device);
        atlas = bench.window.call(() -> bench.texture(ATLAS, ATLAS));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A slot of the atlas. */
    private final class Slot implements Placement {
        private final int x;
        private final int y;
        private final int width;
        private final int height;
        private final Finish finish;
        private boolean done;

        Slot(int number, int pictureWidth, int pictureHeight, Finish finish) {
            width = pictureWidth + 2 * finish.border();
            height = pictureHeight + 2 * finish.border();
            x = number % 3 * (width + 1) + 1;
            y = number / 3 * (height + 1) + 2;
            this.finish = finish;
        }

        @Override
        public Spot open() {
            return new Spot(atlas, x, y, width, height, 0);
        }

        @Override
        public Optional<Finish> finish() {
            return Optional.of(finish);
        }

        @Override
        public void done() {
            done = true;
        }

        @Override
        public void failed() {
            throw new AssertionError();
        }

        PixelImage cut(byte[] bytes) {
            byte[] own = new byte[4 * width * height];
            for (int row = 0; row < height; row++) {
                System.arraycopy(
                        bytes, 4 * ((y + row) * ATLAS + x), own, 4 * row * width, 4 * width);
            }
            return new PixelImage(width, height, own);
        }
    }

    private static Finish random(Finish like, RandomStream random) {
        int[] allowed = IntStream.range(0, random.nextInt(70)).map(i -> rgb(random)).toArray();
        OptionalInt ground =
                random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(rgb(random));
        SpriteStyle style =
                new SpriteStyle(
                        like.colours() + like.border(),
                        like.lowestAlpha() / 255f,
                        like.border() == 1);
        Finish sprite = PixelArt.spriteFinish(style, allowed, ground, like.grounded());
        return like.opaque() ? sprite : PixelArt.portraitFinish(style);
    }

    private static int rgb(RandomStream random) {
        return random.nextInt(1 << 24);
    }

    @Test
    void theFirstSpriteNeedsNoProgramThatNeverDrew() {
        open(Context.CORE_32);
        bench.everyFrame(20_000_000);
        Model model =
                ModelPack.load(Path.of("..", "assets", "models"), List.of("monsters"))
                        .model("monsters");
        try (Generator generator = bench.backend.open(model.weights())) {
            Set<Integer> warm = Set.copyOf(watched.drew);
            Finish like =
                    PixelArt.spriteFinish(
                            SpriteStyle.MONSTER, new int[] {1, 2}, OptionalInt.of(7), true);
            for (int round = 0; round < 3; round++) {
                // Also those that nothing is left out of.
                check(generator, like, new int[] {1, 4, 9}[round], round);
            }
            assertThat(watched.drew).isEqualTo(warm);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSpritesOfTheGamesModelsAreThoseOfPlainJava(Context context) {
        open(context);
        bench.everyFrame(20_000_000);
        ModelPack pack =
                ModelPack.load(Path.of("..", "assets", "models"), List.of("monsters", "faces"));
        for (Model model : pack.models().values()) {
            boolean face = model.weights().spec().kind().equals("faces");
            Finish like =
                    face
                            ? PixelArt.portraitFinish(SpriteStyle.FACE)
                            : PixelArt.spriteFinish(
                                    SpriteStyle.MONSTER, new int[0], OptionalInt.empty(), true);
            try (Generator generator = bench.backend.open(model.weights())) {
                for (int count : context.counts) {
                    check(generator, like, count, count);
                }
            }
        }
    }

    private void check(Generator generator, Finish like, int count, int seed) {
        List<LatentGrid> inputs = GlBench.inputs(generator.spec(), count, 1, 1, seed);
        RandomStream random = new RandomStream(seed);
        List<Slot> slots = new ArrayList<>();
        int size = generator.spec().width(1);
        for (int i = 0; i < count; i++) {
            slots.add(new Slot(i, size, size, random(like, random)));
        }

        assertThat(generator.draw(inputs, List.copyOf(slots))).isTrue();

        byte[] bytes = bench.window.call(() -> bench.read(atlas, ATLAS, ATLAS));
        List<Picture> pictures = generator.synthesise(inputs);
        for (int i = 0; i < count; i++) {
            Slot slot = slots.get(i);
            assertThat(slot.done).isTrue();
            same(slot.cut(bytes), PixelArt.finished(pictures.get(i), slot.finish), slot.finish);
        }
        assertThat(bytes[0]).as("outside of the slots").isEqualTo((byte) 7);
    }

    private static void same(PixelImage drawn, PixelImage expected, Finish finish) {
        assertThat(drawn.width()).isEqualTo(expected.width());
        if (Arrays.equals(drawn.rgba(), expected.rgba())) {
            return;
        }
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                assertThat(Integer.toHexString(drawn.at(x, y)))
                        .as("pixel %d, %d, %s", x, y, finish)
                        .isEqualTo(Integer.toHexString(expected.at(x, y)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void madeUpPicturesOfAnySizeAndStyleAreThoseOfPlainJava(Context context) {
        open(context);
        RandomStream random = new RandomStream(5);
        for (int round = 0; round < context.rounds; round++) {
            int width = 1 + random.nextInt(40);
            int height = 1 + random.nextInt(40);
            boolean outline = random.nextInt(2) == 0;
            SpriteStyle style =
                    new SpriteStyle(
                            2 + random.nextInt(60), 0.1f + 0.8f * random.nextInt(10) / 10, outline);
            Finish like =
                    random.nextInt(2) == 0
                            ? PixelArt.portraitFinish(style)
                            : PixelArt.spriteFinish(
                                    style, new int[0], OptionalInt.empty(), random.nextInt(2) == 0);
            List<Picture> pictures = new ArrayList<>();
            List<Slot> slots = new ArrayList<>();
            for (int i = 0; i < 1 + round % 4; i++) {
                pictures.add(MadeUpPictures.anyhow(width, height, random));
                slots.add(new Slot(i, width, height, random(like, random)));
            }

            byte[] bytes = bench.window.call(() -> finish(context, pictures, slots));

            for (int i = 0; i < pictures.size(); i++) {
                Finish finish = slots.get(i).finish;
                same(slots.get(i).cut(bytes), PixelArt.finished(pictures.get(i), finish), finish);
            }
        }
    }

    /** Runs the passes over pictures that no generator made, cut in odd places. */
    private byte[] finish(Context context, List<Picture> pictures, List<Slot> slots) {
        Device device = context.device.apply(bench.window.gl());
        int width = pictures.get(0).width();
        int height = pictures.get(0).height();
        try (Layers layers = new Layers(device.gl(), width, height, Storage.FLOAT);
                Finisher finisher =
                        new Finisher(
                                device, layers, width, height, slots.get(0).finish.colours())) {
            GlState state = new GlState(device.gl());
            state.save();
            Device.prepare(device.gl());
            for (int lane = 0; lane < pictures.size(); lane++) {
                layers.write(lane, texels(pictures.get(lane)));
            }
            List<Pass> passes =
                    new ArrayList<>(finisher.passes(slots.stream().map(s -> s.finish).toList()));
            for (int lane = 0; lane < slots.size(); lane++) {
                passes.add(
                        finisher.place(
                                lane,
                                slots.get(lane).finish,
                                slots.get(lane).open(),
                                this::drawToAtlas));
            }
            for (Pass pass : passes) {
                Area area = pass.area();
                for (long texel = 0; texel < area.texels(); ) {
                    Area part = area.from(texel, 997);
                    pass.draw(device, part);
                    texel += part.texels();
                }
            }
            state.restore();
            device.check();
            return bench.read(atlas, ATLAS, ATLAS);
        } finally {
            device.close();
        }
    }

    private void drawToAtlas() {
        GL30 gl = bench.window.gl();
        gl.glBindFramebuffer(GL20.GL_FRAMEBUFFER, gl.glGenFramebuffer());
        gl.glFramebufferTexture2D(
                GL20.GL_FRAMEBUFFER, GL20.GL_COLOR_ATTACHMENT0, GL20.GL_TEXTURE_2D, atlas, 0);
    }

    private static FloatBuffer texels(Picture picture) {
        int size = picture.width() * picture.height();
        FloatBuffer texels = BufferUtils.newFloatBuffer(4 * size);
        for (int i = 0; i < 4 * size; i++) {
            texels.put(picture.values()[i % 4 * size + i / 4]);
        }
        texels.flip();
        return texels;
    }
}
