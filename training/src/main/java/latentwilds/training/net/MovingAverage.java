package latentwilds.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Exponential moving average (EMA) of the generator's parameters. The average is what is shown and
 * shipped: it is steadier than any single step.
 */
public final class MovingAverage {
    private final GeneratorNet net;
    private final ParameterSet parameters;

    /**
     * Starts as a copy.
     *
     * @param manager owns the average
     * @param net the generator that is followed
     */
    public MovingAverage(NDManager manager, GeneratorNet net) {
        this.net = net;
        parameters = new ParameterSet(manager);
        net.parameters()
                .toArrays()
                .forEach(
                        (name, values) ->
                                parameters.add(
                                        name,
                                        values,
                                        net.parameters().get(name).getShape().getShape()));
    }

    /**
     * Moves the average towards the generator.
     *
     * @param decay how much of the old average stays, 0 to 1
     */
    public void update(double decay) {
        for (String name : parameters.names()) {
            NDArray average = parameters.get(name);
            try (NDManager scratch = average.getManager().newSubManager()) {
                NDArray current = net.parameters().get(name).stopGradient();
                current.attach(scratch);
                NDArray towards = current.mul(1 - decay);
                towards.attach(scratch);
                average.muli(decay).addi(towards);
            }
        }
    }

    /**
     * The average.
     *
     * @return named as the generator's parameters
     */
    public ParameterSet parameters() {
        return parameters;
    }
}
