package latentwilds.debug;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.Table;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import latentwilds.game.Run;
import latentwilds.game.Weather;
import latentwilds.synthesis.SynthesisStats;
import latentwilds.synthesis.gl.Schedule;

/** F3: backend, milliseconds per synthesis, queue, frame times, and the place in latent terms. */
public final class Overlay {
    private static final int GAP = 6;
    private static final int MOST_CODES = 2;
    private static final long MEGABYTE = 1 << 20;

    /**
     * What is shown beside the run's own figures.
     *
     * @param stats of the generators
     * @param schedule of what is drawn in shaders, if anything is
     * @param gate what the models' gates refused
     * @param frames the last frames
     * @param models hash of the model pack
     * @param textureBytes memory of all pictures
     * @param complete fraction of the screen that is synthesised
     * @param weather on screen
     * @param forced whether the designer chose it
     * @param push whom the designer pushes along which direction
     */
    public record Figures(
            SynthesisStats stats,
            Optional<Schedule> schedule,
            String gate,
            FrameTimes frames,
            String models,
            long textureBytes,
            double complete,
            Weather weather,
            boolean forced,
            String push) {}

    private final Run run;
    private final Supplier<Figures> source;
    private final Table table;
    private final Label text;
    private boolean shown;

    /**
     * Makes the overlay, hidden.
     *
     * @param skin letters and frames
     * @param run on screen
     * @param source gives the figures of now
     */
    public Overlay(Skin skin, Run run, Supplier<Figures> source) {
        this.run = run;
        this.source = source;
        table = new Table(skin);
        table.setBackground("panel");
        table.pad(GAP);
        table.setTransform(true);
        text = new Label("", skin);
        table.add(text).left();
    }

    /**
     * What to put on a stage.
     *
     * @return the panel
     */
    public Actor actor() {
        return table;
    }

    /** Shows or hides it. */
    public void toggle() {
        shown = !shown;
    }

    /**
     * Whether it is asked for.
     *
     * @return true while it is, also when something else has its room
     */
    public boolean shown() {
        return shown;
    }

    /**
     * Writes the figures anew, if shown.
     *
     * @param stageWidth drawn pixels
     * @param stageHeight drawn pixels
     * @param scale screen pixels per drawn pixel
     * @param own screen pixels per pixel of this panel's letters
     */
    public void update(float stageWidth, float stageHeight, int scale, int own) {
        if (!shown) {
            return;
        }
        text.setText(figures());
        table.pack();
        float share = (float) own / scale;
        table.setScale(share);
        table.setPosition(
                whole(stageWidth - share * table.getWidth() - GAP, scale),
                whole(stageHeight - share * table.getHeight() - GAP, scale));
    }

    /** On a whole screen pixel, or letters would be blurred. */
    private static float whole(float at, int scale) {
        return (float) Math.floor(at * scale) / scale;
    }

    private String figures() {
        Figures now = source.get();
        SynthesisStats stats = now.stats();
        StringBuilder lines = new StringBuilder();
        for (String kind : stats.backends().keySet().stream().sorted().toList()) {
            line(
                    lines,
                    "%s: %s, %d made, %.1f ms",
                    kind,
                    stats.backends().get(kind),
                    stats.made().getOrDefault(kind, 0L),
                    stats.meanMillis().getOrDefault(kind, 0.0));
        }
        line(
                lines,
                "queue %d, last %.1f ms, seen %.0f %%",
                stats.queued(),
                stats.lastMillis(),
                100 * now.complete());
        now.schedule().ifPresent(schedule -> schedule(lines, schedule));
        line(lines, "%s", now.gate());
        line(
                lines,
                "frame %.1f ms, p99 %.1f ms, %d fps",
                now.frames().quantile(0.5),
                now.frames().quantile(0.99),
                Gdx.graphics.getFramesPerSecond());
        Runtime jvm = Runtime.getRuntime();
        line(
                lines,
                "heap %d MB, textures %d MB, %s",
                (jvm.totalMemory() - jvm.freeMemory()) / MEGABYTE,
                now.textureBytes() / MEGABYTE,
                now.models());
        line(lines, "F4 %s: %s", now.forced() ? "forced" : "weather", now.weather().words());
        line(lines, "%s", now.push());
        Vector2 at = run.heroPosition();
        line(
                lines,
                "cell %d %d, %d creatures near",
                (int) Math.floor(at.x),
                (int) Math.floor(at.y),
                run.creatures().size());
        lines.append(
                run.field().mixture(at.x, at.y).entrySet().stream()
                        .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                        .limit(MOST_CODES)
                        .map(
                                e ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %.2f",
                                                e.getKey().label(),
                                                e.getValue()))
                        .collect(Collectors.joining(", ", "code: ", "")));
        return lines.toString();
    }

    private static void schedule(StringBuilder lines, Schedule schedule) {
        line(lines, "gpu: %s", schedule.now().isEmpty() ? "idle" : schedule.now());
        line(
                lines,
                "%d slices, %.1f ms, %d MB",
                schedule.slices(),
                Math.max(schedule.plannedMillis(), schedule.blockedMillis()),
                schedule.bytes() / MEGABYTE);
        line(lines, "longest block %.1f ms", schedule.longestMillis());
        line(lines, "smallest slice %.2f ms", schedule.smallestMillis());
    }

    private static void line(StringBuilder lines, String format, Object... arguments) {
        lines.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
