package latentwilds.screen;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.scenes.scene2d.ui.Container;
import com.badlogic.gdx.scenes.scene2d.ui.Widget;
import java.util.Optional;
import java.util.function.Supplier;

/** A synthesised picture in a layout, at a whole-number scale; empty until it is there. */
final class PictureBox extends Widget {
    private final Supplier<Optional<TextureRegion>> picture;
    private final int width;
    private final int height;
    private Supplier<Optional<Color>> ground = Optional::empty;
    private Optional<TextureRegion> white = Optional.empty();

    PictureBox(Supplier<Optional<TextureRegion>> picture, int width, int height) {
        this.picture = picture;
        this.width = width;
        this.height = height;
    }

    /** On even ground: a sprite is outlined for the one that it lives on, not for panels. */
    PictureBox standing(Theme theme, Supplier<Optional<Color>> colour) {
        white = Optional.of(theme.white());
        ground = colour;
        return this;
    }

    /** The same on a mount that is lighter than panels, with an edge of a pixel. */
    Container<PictureBox> mounted(Theme theme) {
        Container<PictureBox> mount = new Container<>(this);
        mount.setBackground(theme.drawable("mount"), false);
        return mount.pad(1);
    }

    @Override
    public float getPrefWidth() {
        return width;
    }

    @Override
    public float getPrefHeight() {
        return height;
    }

    @Override
    public void draw(Batch batch, float parentAlpha) {
        validate();
        picture.get()
                .ifPresent(
                        region -> {
                            white.ifPresent(plain -> ground(batch, plain, parentAlpha));
                            draw(batch, region, getColor(), parentAlpha);
                        });
    }

    private void ground(Batch batch, TextureRegion plain, float alpha) {
        ground.get().ifPresent(colour -> draw(batch, plain, colour, alpha));
    }

    private void draw(Batch batch, TextureRegion region, Color tint, float alpha) {
        batch.setColor(tint.r, tint.g, tint.b, tint.a * alpha);
        // Layouts may end on half pixels; art may not.
        batch.draw(region, (float) Math.floor(getX()), (float) Math.floor(getY()), width, height);
    }
}
