package latentwilds.game;

import java.util.EnumSet;
import java.util.Set;
import latentwilds.world.Biome;
import latentwilds.world.ChunkPlace;
import latentwilds.world.WorldMap;

/** What a run needs before its first step. */
public final class FirstGrounds {
    private FirstGrounds() {}

    /**
     * The grounds whose species are met at once: choosing them beforehand keeps that off the thread
     * that draws.
     *
     * @param map of the run
     * @return those within the chunks that live at first
     */
    public static Set<Biome> of(WorldMap map) {
        Set<Biome> grounds = EnumSet.noneOf(Biome.class);
        int reach = (Inhabitants.REACH + 1) * ChunkPlace.CELLS;
        for (int y = map.start().y() - reach; y <= map.start().y() + reach; y++) {
            for (int x = map.start().x() - reach; x <= map.start().x() + reach; x++) {
                Biome biome = map.biome(x, y);
                if (biome.walkable() && !biome.built()) {
                    grounds.add(biome);
                }
            }
        }
        return grounds;
    }
}
