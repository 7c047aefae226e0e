package latentwilds.screen;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.I18NBundle;
import latentwilds.game.Dialogue;

/** All words of the game, from {@code assets/i18n}. Immutable. */
public final class Texts {
    private final I18NBundle bundle;

    Texts(FileHandle file) {
        bundle = I18NBundle.createBundle(file);
    }

    /**
     * Words.
     *
     * @param key of the text
     * @param arguments for its blanks
     * @return the text
     */
    public String of(String key, Object... arguments) {
        return bundle.format(key, arguments);
    }

    /**
     * What somebody says.
     *
     * @param line key and arguments; arguments beginning with {@code @} are keys themselves
     * @return the text
     */
    public String of(Dialogue.Line line) {
        Object[] words =
                line.arguments().stream()
                        .map(a -> a.startsWith("@") ? bundle.get(a.substring(1)) : a)
                        .toArray();
        return bundle.format(line.key(), words);
    }
}
