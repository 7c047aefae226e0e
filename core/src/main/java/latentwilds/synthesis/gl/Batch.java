package latentwilds.synthesis.gl;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.GL30;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentwilds.latent.LatentGrid;
import latentwilds.model.GeneratorSpec;
import latentwilds.synthesis.Finish;
import latentwilds.synthesis.Placement;

/**
 * One call's pictures, up to four at a time: drawn to their places, or read back where there are
 * none.
 */
final class Batch implements Work<List<float[]>> {
    private final Network network;
    private final List<LatentGrid> inputs;
    private final List<Placement> placements;
    private final List<FloatBuffer> packed;
    private final List<float[]> copies;
    private final List<Placement> open = new ArrayList<>();
    private List<Placement.Spot> spots = List.of();
    private List<Pass> passes = List.of();
    private int lanes;
    private int first;
    private int count;
    private int written;
    private int hidden;
    private int pass;
    private long texel;
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
        // Here and not later: this is the caller's thread, which may take its time.
        GeneratorSpec spec = network.spec();
        LatentGrid grid = inputs.get(0);
        Tiles tiles = Plan.input(network.device(), spec, grid.rows(), grid.columns());
        packed = inputs.stream().map(i -> Texels.pack(i, tiles, spec)).toList();
        copies = placements.isEmpty() ? room(network.spec(), inputs) : List.of();
    }

    private static List<float[]> room(GeneratorSpec spec, List<LatentGrid> inputs) {
        LatentGrid grid = inputs.get(0);
        int floats = 4 * spec.width(grid.columns()) * spec.height(grid.rows());
        List<float[]> room = new ArrayList<>();
        for (int left = inputs.size(); left > 0; left -= Layers.MOST) {
            room.add(new float[Math.min(left, Layers.MOST) * floats]);
        }
        return room;
    }

    @Override
    public Step step(Pacer pacer) {
        Device device = network.device();
        if (drawn) {
            return read(pacer);
        }
        if (count == 0) {
            begin();
            return Step.MORE;
        }
        if (written < count) {
            write();
            return Step.MORE;
        }
        if (pass == hidden && passes.size() == hidden) {
            passes.addAll(last());
        }
        Pass current = passes.get(pass);
        Area part = pacer.next(current, texel);
        pacer.draw(current, part, () -> current.draw(device, part));
        texel += part.texels();
        if (texel < current.area().texels()) {
            return Step.MORE;
        }
        texel = 0;
        pass++;
        if (pass < passes.size() || pass == hidden) {
            return Step.MORE;
        }
        device.check();
        if (placements.isEmpty()) {
            drawn = true;
            copy = Optional.of(plan().read(copies.get(first / Layers.MOST)));
            return Step.MORE;
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
        written = 0;
        plan().begin();
        passes = plan().hidden(lanes);
        hidden = passes.size();
        pass = 0;
        texel = 0;
    }

    private void write() {
        plan().write(written, packed.get(first + written));
        written++;
    }

    private List<Pass> last() {
        if (placements.isEmpty()) {
            return List.of(plan().lastToRead(lanes));
        }
        spots = new ArrayList<>();
        for (Placement placement : placements.subList(first, first + count)) {
            spots.add(placement.open());
            open.add(placement);
        }
        if (open.get(0).finish().isPresent()) {
            return finishing();
        }
        Placement.Spot spot = spots.get(0);
        return List.of(
                plan().lastTo(
                                lanes,
                                spot.width(),
                                spot.height(),
                                spot.margin(),
                                () -> drawTo(spots)));
    }

    private List<Pass> finishing() {
        List<Finish> finishes = open.stream().map(p -> p.finish().orElseThrow()).toList();
        Finisher finisher = plan().finisher(finishes.get(0).colours());
        List<Pass> all = new ArrayList<>();
        all.add(plan().lastToRead(lanes));
        all.addAll(finisher.passes(finishes));
        for (int lane = 0; lane < count; lane++) {
            List<Placement.Spot> spot = List.of(spots.get(lane));
            all.add(finisher.place(lane, finishes.get(lane), spot.get(0), () -> drawTo(spot)));
        }
        return all;
    }

    private void drawTo(List<Placement.Spot> targets) {
        GL30 gl = network.device().gl();
        int used = targets.size();
        gl.glBindFramebuffer(GL20.GL_FRAMEBUFFER, network.device().framebuffer());
        IntBuffer attachments = BufferUtils.newIntBuffer(Layers.MOST);
        for (int i = 0; i < Layers.MOST; i++) {
            int texture = i < used ? targets.get(i).texture() : 0;
            gl.glFramebufferTexture2D(
                    GL20.GL_FRAMEBUFFER,
                    GL20.GL_COLOR_ATTACHMENT0 + i,
                    GL20.GL_TEXTURE_2D,
                    texture,
                    0);
            attachments.put(i, i < used ? GL20.GL_COLOR_ATTACHMENT0 + i : GL20.GL_NONE);
        }
        gl.glDrawBuffers(used == 1 ? 1 : Layers.MOST, attachments);
    }

    private Step read(Pacer pacer) {
        Step step = copy.orElseThrow().step(pacer);
        if (step != Step.DONE) {
            return step;
        }
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
        String kind = network.spec().kind();
        String what = kind + " input";
        if (drawn) {
            what = kind + " read back";
        } else if (written >= count && at < now.size()) {
            what = now.get(at).name();
        }
        return "%s, %d of %d".formatted(what, first, inputs.size());
    }
}
