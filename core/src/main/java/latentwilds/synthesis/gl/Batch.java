package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.latent.LatentGrid;
import latentwilds.synthesis.Placement;

/**
 * One call's pictures, up to four at a time: drawn to their places, or read back where there are
 * none.
 */
final class Batch implements Work<List<float[]>> {
    /**
     * Frames after which the GPU is taken to be done, so that the next step does not wait for it.
     */
    private static final int FRAMES_BEHIND = 2;

    private final Network network;
    private final List<LatentGrid> inputs;
    private final List<Placement> placements;
    private final List<float[]> copies = new ArrayList<>();
    private final List<Placement> open = new ArrayList<>();
    private List<Placement.Spot> spots = List.of();
    private List<Pass> passes = List.of();
    private int lanes;
    private int first;
    private int count;
    private int hidden;
    private int pass;
    private long texel;
    private long lastFrame;
    private boolean drawn;
    private Optional<ReadBack> copy = Optional.empty();

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
        if (drawn) {
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
            drawn = true;
            return waitFrom(pacer);
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
        network.device().forgetErrors();
        count = Math.min(Layers.MOST, inputs.size() - first);
        lanes = count == 1 ? 1 : Layers.MOST;
        for (int lane = 0; lane < count; lane++) {
            plan().write(
                            lane,
                            Texels.pack(inputs.get(first + lane), plan().input(), network.spec()));
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
            spots.add(placement.open());
            open.add(placement);
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

    private Step waitFrom(Pacer pacer) {
        lastFrame = pacer.frames();
        return pacer.unlimited() ? Step.MORE : Step.WAIT;
    }

    /** Some frames after the drawing the copy is asked for, and fetched some frames after that. */
    private Step read(Pacer pacer) {
        if (!pacer.unlimited() && pacer.frames() < lastFrame + FRAMES_BEHIND) {
            return Step.WAIT;
        }
        if (copy.isEmpty()) {
            copy = Optional.of(plan().read(count));
            return waitFrom(pacer);
        }
        copies.add(copy.get().fetch());
        network.device().check();
        closeCopy();
        drawn = false;
        return next();
    }

    private void closeCopy() {
        copy.ifPresent(ReadBack::close);
        copy = Optional.empty();
    }

    private Step next() {
        first += count;
        count = 0;
        return first < inputs.size() ? Step.MORE : Step.DONE;
    }

    /** Texels of up to four pictures each, for the caller's thread to unpack. */
    @Override
    public List<float[]> result() {
        return copies;
    }

    @Override
    public void abandon() {
        open.forEach(Placement::failed);
        open.clear();
        closeCopy();
    }

    @Override
    public String progress() {
        // Read by other threads, at any moment: no more than a glance.
        List<Pass> now = passes;
        int at = pass;
        String what = drawn ? "read back" : at < now.size() ? now.get(at).name() : "next layer";
        return "%s %d of %d, %s".formatted(network.spec().kind(), first, inputs.size(), what);
    }
}
