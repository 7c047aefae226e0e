package latentwilds.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A synthesiser on two fakes, a clock that stands still, and the results it delivered. */
final class SynthesiserBench implements AutoCloseable {
    final FakeGenerator monsters = new FakeGenerator(FakeGenerator.MONSTERS);
    final FakeGenerator terrain = new FakeGenerator(FakeGenerator.TERRAIN);
    final Synthesiser synthesiser =
            new Synthesiser(
                    FakeGenerator.models(),
                    weights ->
                            FakeGenerator.open(
                                    Map.of("monsters", monsters, "terrain", terrain), weights),
                    7,
                    () -> 0);
    final List<Integer> delivered = new ArrayList<>();

    boolean monster(int number, Priority priority) {
        return synthesiser.request(request(number, "monsters", priority, 1));
    }

    boolean terrain(int number, Priority priority, int cells) {
        return synthesiser.request(request(number, "terrain", priority, cells));
    }

    Request<Integer> request(int number, String kind, Priority priority, int cells) {
        return new Request<>(
                number,
                kind,
                priority,
                weights -> FakeGenerator.grid(number, cells),
                picture -> (int) picture.at(0, 0, 0),
                delivered::add);
    }

    /** Delivers until so many results have come. */
    void deliver(int count) {
        await(
                () -> {
                    synthesiser.deliver(Long.MAX_VALUE);
                    return delivered.size() >= count;
                });
    }

    /** Waits; a test's time limit ends it if the condition never comes true. */
    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        synthesiser.close();
    }
}
