package latentwilds.screen;

import com.badlogic.gdx.Input;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.Button;
import java.util.List;

/**
 * Buttons by keyboard: arrows and Tab go from one to the next, Enter and Space press. Nothing is
 * marked before the first key; Enter presses the first button then.
 */
final class FocusKeys extends InputListener {
    private final Stage stage;
    private final List<List<Button>> rows;
    private int row = -1;
    private int column;

    /**
     * Listens to a stage.
     *
     * @param rows from the top, each from the left, none empty
     */
    FocusKeys(Stage stage, List<List<Button>> rows) {
        this.stage = stage;
        this.rows = rows;
        stage.addListener(this);
    }

    @Override
    public boolean keyDown(InputEvent event, int key) {
        switch (key) {
            case Input.Keys.UP -> go(-1, 0);
            case Input.Keys.DOWN -> go(1, 0);
            case Input.Keys.LEFT -> go(0, -1);
            case Input.Keys.RIGHT -> go(0, 1);
            case Input.Keys.TAB -> tab();
            case Input.Keys.ENTER, Input.Keys.NUMPAD_ENTER, Input.Keys.SPACE -> press();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(int down, int right) {
        if (row < 0) {
            row = 0;
        } else {
            row = Math.floorMod(row + down, rows.size());
            column = Math.min(column, rows.get(row).size() - 1);
            column = Math.floorMod(column + right, rows.get(row).size());
        }
        stage.setKeyboardFocus(rows.get(row).get(column));
    }

    private void tab() {
        if (row >= 0 && column + 1 == rows.get(row).size()) {
            column = 0;
            go(1, 0);
        } else {
            go(0, 1);
        }
    }

    private void press() {
        Button button = rows.get(Math.max(0, row)).get(column);
        if (!button.isDisabled()) {
            button.toggle();
        }
    }
}
