package latentwilds.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.math.Vector2;
import java.util.ArrayList;
import java.util.List;
import latentwilds.seed.RunSeed;
import latentwilds.seed.Streams;
import latentwilds.world.Biome;
import latentwilds.world.BiomeField;
import latentwilds.world.Island;
import latentwilds.world.WorldMap;
import org.junit.jupiter.api.Test;

/** A name stays with its bearer, who sinks into water. */
class NameplatesTest {
    private static final int METRE = 16;

    private final WorldMap map = new Island(new Streams(new RunSeed(3))).map();

    @Test
    void onFirmGroundFeetAreWhereOneStands() {
        for (Vector2 at : places(Biome.GRASS)) {
            assertThat(Nameplates.feet(map, at)).isEqualTo(Math.round(at.y * METRE));
        }
    }

    @Test
    void inWaterFeetAreBelowTheSurfaceByAsMuchAsTheFigure() {
        for (Vector2 at : places(Biome.SHALLOW_WATER)) {
            int sunk = Wading.in(map.footing(at.x, at.y), 1, 34).rows();
            assertThat(sunk).isEqualTo(8);
            assertThat(Nameplates.feet(map, at)).isEqualTo(Math.round(at.y * METRE) - sunk);
        }
    }

    /** Some in the middle of a biome. */
    private List<Vector2> places(Biome biome) {
        List<Vector2> places = new ArrayList<>();
        for (int y = 1; y < BiomeField.SIZE - 1 && places.size() < 20; y += 3) {
            for (int x = 1; x < BiomeField.SIZE - 1 && places.size() < 20; x += 3) {
                if (around(biome, x, y)) {
                    places.add(new Vector2(x + 0.5f, y + 0.5f));
                }
            }
        }
        assertThat(places).hasSize(20);
        return places;
    }

    private boolean around(Biome biome, int x, int y) {
        return map.biome(x, y) == biome
                && map.biome(x - 1, y) == biome
                && map.biome(x + 1, y) == biome
                && map.biome(x, y - 1) == biome
                && map.biome(x, y + 1) == biome;
    }
}
