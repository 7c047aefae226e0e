package latentwilds.screen;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.NinePatch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator.FreeTypeFontParameter;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.scenes.scene2d.ui.ProgressBar;
import com.badlogic.gdx.scenes.scene2d.ui.Skin;
import com.badlogic.gdx.scenes.scene2d.ui.TextButton;
import com.badlogic.gdx.scenes.scene2d.ui.TextField;
import com.badlogic.gdx.scenes.scene2d.utils.Drawable;
import com.badlogic.gdx.scenes.scene2d.utils.NinePatchDrawable;
import com.badlogic.gdx.scenes.scene2d.utils.TextureRegionDrawable;
import com.badlogic.gdx.utils.Disposable;

/**
 * Letters and frames: one font, one palette, one pixel grid. Sizes are drawn pixels; the stage
 * enlarges them by {@link Scale}. Render thread; disposed by the game.
 */
public final class Theme implements Disposable {
    /** The font's own grid has eight pixels to the em: multiples of it stay square. */
    private static final int FONT_GRID = 8;

    private static final int CORNER = 3;
    private static final String PRINTABLE =
            FreeTypeFontGenerator.DEFAULT_CHARS.substring(0, 95) + "·×–";

    private final Skin skin = new Skin();

    Theme(FileHandle fontFile) {
        FreeTypeFontGenerator generator = new FreeTypeFontGenerator(fontFile);
        try {
            skin.add("small", font(generator, 1));
            skin.add("large", font(generator, 2));
            skin.add("larger", font(generator, 3));
            skin.add("huge", font(generator, 4));
        } finally {
            generator.dispose();
        }
        addFrames();
        addLabels();
        addControls();
    }

    private static BitmapFont font(FreeTypeFontGenerator generator, int times) {
        FreeTypeFontParameter parameter = new FreeTypeFontParameter();
        parameter.size = FONT_GRID * times;
        parameter.mono = true;
        // Hinting would move the strokes off the font's own pixel grid.
        parameter.hinting = FreeTypeFontGenerator.Hinting.None;
        parameter.characters = PRINTABLE;
        parameter.minFilter = Texture.TextureFilter.Nearest;
        parameter.magFilter = Texture.TextureFilter.Nearest;
        BitmapFont font = generator.generateFont(parameter);
        font.setUseIntegerPositions(true);
        // The letters fill their grid: lines need room between them.
        font.getData().setLineHeight(1.5f * parameter.size);
        return font;
    }

    private void addFrames() {
        skin.add("white", plain());
        skin.add("panel", frame(Tone.PANEL, Tone.EDGE), NinePatch.class);
        skin.add("raised", frame(Tone.RAISED, Tone.EDGE), NinePatch.class);
        skin.add("mount", frame(Tone.MOUNT, Tone.EDGE), NinePatch.class);
        skin.add("over", frame(Tone.RAISED, Tone.ACCENT), NinePatch.class);
        skin.add("down", frame(Tone.NIGHT, Tone.ACCENT), NinePatch.class);
        skin.add("chosen", frame(Tone.EDGE, Tone.ACCENT), NinePatch.class);
        skin.add("field", frame(Tone.NIGHT, Tone.EDGE), NinePatch.class);
    }

    private Texture plain() {
        Pixmap pixmap = new Pixmap(1, 1, Pixmap.Format.RGBA8888);
        pixmap.setColor(1, 1, 1, 1);
        pixmap.fill();
        Texture texture = new Texture(pixmap);
        pixmap.dispose();
        return texture;
    }

    /** A panel with cut corners and a one-pixel edge. */
    private NinePatch frame(Tone inside, Tone edge) {
        int side = 2 * CORNER + 2;
        Pixmap pixmap = new Pixmap(side, side, Pixmap.Format.RGBA8888);
        pixmap.setBlending(Pixmap.Blending.None);
        pixmap.setColor(inside.colour());
        pixmap.fill();
        pixmap.setColor(edge.colour());
        pixmap.drawRectangle(0, 0, side, side);
        for (int corner = 0; corner < 4; corner++) {
            int x = (corner & 1) == 0 ? 0 : side - 1;
            int y = corner < 2 ? 0 : side - 1;
            pixmap.drawPixel(x, y, 0);
            int inwardX = x == 0 ? 1 : side - 2;
            int inwardY = y == 0 ? 1 : side - 2;
            pixmap.setColor(edge.colour());
            pixmap.drawPixel(inwardX, inwardY);
        }
        Texture texture = new Texture(pixmap);
        pixmap.dispose();
        skin.add(inside.name() + edge.name(), texture);
        return new NinePatch(new TextureRegion(texture), CORNER, CORNER, CORNER, CORNER);
    }

    private void addLabels() {
        BitmapFont small = skin.getFont("small");
        skin.add("default", new Label.LabelStyle(small, Tone.TEXT.colour()));
        skin.add("quiet", new Label.LabelStyle(small, Tone.QUIET.colour()));
        skin.add("accent", new Label.LabelStyle(small, Tone.ACCENT.colour()));
        skin.add("danger", new Label.LabelStyle(small, Tone.DANGER.colour()));
        skin.add("heading", new Label.LabelStyle(skin.getFont("large"), Tone.ACCENT.colour()));
        skin.add("title-small", new Label.LabelStyle(skin.getFont("larger"), Tone.TEXT.colour()));
        skin.add(
                "title-small-shadow",
                new Label.LabelStyle(skin.getFont("larger"), Tone.NIGHT.colour()));
        skin.add("title", new Label.LabelStyle(skin.getFont("huge"), Tone.TEXT.colour()));
        skin.add("title-shadow", new Label.LabelStyle(skin.getFont("huge"), Tone.NIGHT.colour()));
    }

    private void addControls() {
        TextButton.TextButtonStyle button = new TextButton.TextButtonStyle();
        button.font = skin.getFont("small");
        button.fontColor = Tone.TEXT.colour();
        button.overFontColor = Tone.ACCENT.colour();
        button.disabledFontColor = Tone.EDGE.colour();
        button.up = drawable("raised");
        button.over = drawable("over");
        button.down = drawable("down");
        button.disabled = drawable("field");
        button.focused = drawable("over");
        button.focusedFontColor = Tone.ACCENT.colour();
        skin.add("default", button);
        TextButton.TextButtonStyle choice = new TextButton.TextButtonStyle(button);
        choice.checked = drawable("down");
        choice.checkedFontColor = Tone.ACCENT.colour();
        choice.checkedFocused = drawable("chosen");
        choice.checkedFocusedFontColor = Tone.ACCENT.colour();
        choice.focusedFontColor = Tone.TEXT.colour();
        skin.add("choice", choice);
        TextField.TextFieldStyle field = new TextField.TextFieldStyle();
        field.font = skin.getFont("large");
        field.fontColor = Tone.TEXT.colour();
        field.messageFontColor = Tone.EDGE.colour();
        field.background = padded(drawable("field"), 8, 10, 6);
        field.cursor = tinted(Tone.ACCENT, 2, 1);
        field.selection = tinted(Tone.EDGE, 1, 1);
        skin.add("default", field);
        ProgressBar.ProgressBarStyle bar = new ProgressBar.ProgressBarStyle();
        bar.background = tinted(Tone.RAISED, 1, 4);
        bar.knobBefore = tinted(Tone.ACCENT, 1, 4);
        skin.add("default-horizontal", bar);
        ProgressBar.ProgressBarStyle health = new ProgressBar.ProgressBarStyle();
        health.background = tinted(Tone.RAISED, 1, 5);
        health.knobBefore = tinted(Tone.DANGER, 1, 5);
        skin.add("health", health);
    }

    private static NinePatchDrawable padded(
            NinePatchDrawable drawable, int x, int top, int bottom) {
        drawable.setLeftWidth(x);
        drawable.setRightWidth(x);
        drawable.setTopHeight(top);
        drawable.setBottomHeight(bottom);
        return drawable;
    }

    /**
     * A frame.
     *
     * @param name {@code panel}, {@code raised}, {@code field} ...
     * @return fresh; its texture belongs to this theme
     */
    NinePatchDrawable drawable(String name) {
        return new NinePatchDrawable(skin.get(name, NinePatch.class));
    }

    private Drawable tinted(Tone tone, int w, int h) {
        TextureRegionDrawable white = new TextureRegionDrawable(white());
        Drawable drawable = white.tint(tone.colour());
        drawable.setMinWidth(w);
        drawable.setMinHeight(h);
        return drawable;
    }

    /**
     * One white pixel, for plain areas.
     *
     * @return owned by this theme
     */
    public TextureRegion white() {
        return new TextureRegion(skin.get("white", Texture.class));
    }

    /**
     * Styles by name.
     *
     * @return owned by this theme
     */
    public Skin skin() {
        return skin;
    }

    @Override
    public void dispose() {
        skin.dispose();
    }
}
