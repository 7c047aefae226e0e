package latentwilds.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which settlements a road joins: the shortest tree, and the shortcuts that save most. */
final class Network {
    /** Two settlements, by index. */
    record Link(int from, int to) {}

    private Network() {}

    /**
     * Links that connect all places.
     *
     * @param extra how many shortcuts beyond the tree, where there are any
     */
    static List<Link> of(List<Settlement> places, int extra) {
        List<Link> links = tree(places);
        for (int i = 0; i < extra; i++) {
            shortcut(places, links);
        }
        return links;
    }

    /** Prim's. */
    private static List<Link> tree(List<Settlement> places) {
        List<Link> links = new ArrayList<>();
        boolean[] joined = new boolean[places.size()];
        joined[0] = true;
        while (links.size() < places.size() - 1) {
            Link best = null;
            double shortest = Double.MAX_VALUE;
            for (int i = 0; i < joined.length; i++) {
                for (int j = 0; j < joined.length; j++) {
                    if (joined[i] && !joined[j] && distance(places, i, j) < shortest) {
                        shortest = distance(places, i, j);
                        best = new Link(i, j);
                    }
                }
            }
            joined[best.to] = true;
            links.add(best);
        }
        return links;
    }

    private static void shortcut(List<Settlement> places, List<Link> links) {
        double[][] ways = ways(places, links);
        Link best = null;
        double least = 0.7;
        for (int i = 0; i < ways.length; i++) {
            for (int j = i + 1; j < ways.length; j++) {
                double saved = distance(places, i, j) / ways[i][j];
                if (saved < least) {
                    least = saved;
                    best = new Link(i, j);
                }
            }
        }
        if (best != null) {
            links.add(best);
        }
    }

    /** Lengths along the links (Floyd and Warshall). */
    private static double[][] ways(List<Settlement> places, List<Link> links) {
        int count = places.size();
        double[][] ways = new double[count][count];
        for (int i = 0; i < count; i++) {
            Arrays.fill(ways[i], Double.MAX_VALUE / 4);
            ways[i][i] = 0;
        }
        for (Link link : links) {
            ways[link.from][link.to] = distance(places, link.from, link.to);
            ways[link.to][link.from] = ways[link.from][link.to];
        }
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    ways[i][j] = Math.min(ways[i][j], ways[i][k] + ways[k][j]);
                }
            }
        }
        return ways;
    }

    private static double distance(List<Settlement> places, int i, int j) {
        return places.get(i).cell().distance(places.get(j).cell());
    }
}
