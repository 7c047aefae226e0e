package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.synthesis.Picture;
import latentwilds.synthesis.Placement;

/**
 * One call's pictures, up to four at a time: drawn to their places, or read back where there are
 * none.
 */
final class Batch implements Work<List<Picture>> {
    /** Frames after which the GPU is taken to be done, so that reading does not wait for it. */
    private static final int FRAMES_BEHIND = 2;

    private final Network network;
    private final List<LatentGrid> inputs;
    private final List<Placement> placements;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Placement> open = new ArrayList<>();
    private List<Placement.Spot> spots = List.of();
    private List<Pass> passes = List.of();
    private int lanes;
    private int first;
    private int count;
    private int hidden;
    private int pass;
    private long texel;
    private long drawnInFrame;
    private boolean reading;

    /**
     * Plans a call.
     *
     * @param inputs of one grid size
     * @param placements one per input, or none to read the pictures back
     */
    Batch(Network network, List<LatentGrid> inputs, List<Placement> placements) {
        this.network = network;
        this.inputs = inputs;
        this.placements = placements;
    }

    @Override
    public Step step(Pacer pacer) {
        Device device = network.device();
        if (reading) {
            return read(pacer);
        }
        if (count == 0) {
            begin();
        }
        if (pass == hidden && passes.size() == hidden) {
            passes.add(last());
        }
        Pass current = passes.get(pass);
        Area part = pacer.next(current, texel);
        pacer.draw(device, current, part);
        texel += part.texels();
        if (texel < current.area().texels()) {
            return Step.MORE;
        }
        texel = 0;
        pass++;
        if (pass <= hidden) {
            return Step.MORE;
        }
        device.check();
        if (placements.isEmpty()) {
            drawnInFrame = pacer.frames();
            reading = true;
            return pacer.unlimited() ? Step.MORE : Step.WAIT;
        }
        open.forEach(Placement::done);
        open.clear();
        return next();
    }

    private Plan plan() {
        LatentGrid grid = inputs.get(0);
        return network.plan(grid.rows(), grid.columns());
    }

    private void begin() {
        count = Math.min(Layers.MOST, inputs.size() - first);
        lanes = count == 1 ? 1 : Layers.MOST;
        for (int lane = 0; lane < count; lane++) {
            plan().write(lane, pack(inputs.get(first + lane), plan().input(), network.spec()));
        }
        passes = plan().hidden(lanes);
        hidden = passes.size();
        pass = 0;
        texel = 0;
    }

    private Pass last() {
        if (placements.isEmpty()) {
            return plan().lastToRead(lanes);
        }
        spots = new ArrayList<>();
        for (Placement placement : placements.subList(first, first + count)) {
            open.add(placement);
            spots.add(placement.open());
        }
        Placement.Spot spot = spots.get(0);
        return plan().lastTo(lanes, spot.width(), spot.height(), spot.margin(), this::drawToSpots);
    }

    private void drawToSpots() {
        GL30 gl = network.device().gl();
        gl.glBindFramebuffer(GL20.GL_FRAMEBUFFER, network.device().framebuffer());
        IntBuffer attachments = BufferUtils.newIntBuffer(lanes);
        for (int i = 0; i < lanes; i++) {
            int texture = i < count ? spots.get(i).texture() : 0;
            gl.glFramebufferTexture2D(
                    GL20.GL_FRAMEBUFFER,
                    GL20.GL_COLOR_ATTACHMENT0 + i,
                    GL20.GL_TEXTURE_2D,
                    texture,
                    0);
            attachments.put(i, i < count ? GL20.GL_COLOR_ATTACHMENT0 + i : GL20.GL_NONE);
        }
        for (int i = lanes; i < Layers.MOST; i++) {
            gl.glFramebufferTexture2D(
                    GL20.GL_FRAMEBUFFER, GL20.GL_COLOR_ATTACHMENT0 + i, GL20.GL_TEXTURE_2D, 0, 0);
        }
        gl.glDrawBuffers(lanes, attachments);
    }

    private Step read(Pacer pacer) {
        if (!pacer.unlimited() && pacer.frames() < drawnInFrame + FRAMES_BEHIND) {
            return Step.WAIT;
        }
        GeneratorSpec spec = network.spec();
        LatentGrid grid = inputs.get(0);
        int width = spec.width(grid.columns());
        int height = spec.height(grid.rows());
        for (int lane = 0; lane < count; lane++) {
            float[] texels = plan().read(lane);
            float[] values = new float[spec.channels() * width * height];
            for (int i = 0; i < values.length; i++) {
                values[i] = texels[4 * (i % (width * height)) + i / (width * height)];
            }
            pictures.add(new Picture(spec.channels(), width, height, values));
        }
        network.device().check();
        reading = false;
        return next();
    }

    private Step next() {
        first += count;
        count = 0;
        return first < inputs.size() ? Step.MORE : Step.DONE;
    }

    /** Noise, then code, four channels per texel. */
    private static FloatBuffer pack(LatentGrid grid, Tiles tiles, GeneratorSpec spec) {
        FloatBuffer texels = BufferUtils.newFloatBuffer(4 * tiles.width() * tiles.height());
        put(grid.noise(), grid, texels, tiles, 0);
        put(grid.code(), grid, texels, tiles, Tiles.groups(spec.latentSize()));
        return texels;
    }

    private static void put(
            float[] values, LatentGrid grid, FloatBuffer texels, Tiles tiles, int firstGroup) {
        int cells = grid.rows() * grid.columns();
        for (int i = 0; i < values.length; i++) {
            int channel = i / cells;
            int group = firstGroup + channel / 4;
            int x = tiles.x(group) + i % grid.columns();
            int y = tiles.y(group) + i % cells / grid.columns();
            texels.put(4 * (y * tiles.width() + x) + channel % 4, values[i]);
        }
    }

    @Override
    public List<Picture> result() {
        return pictures;
    }

    @Override
    public void abandon() {
        open.forEach(Placement::failed);
        open.clear();
    }

    @Override
    public String progress() {
        // Read by other threads, at any moment: no more than a glance.
        List<Pass> now = passes;
        int at = pass;
        String what = reading ? "read back" : at < now.size() ? now.get(at).name() : "next layer";
        return "%s %d of %d, %s".formatted(network.spec().kind(), first, inputs.size(), what);
    }
}
