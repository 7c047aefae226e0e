package latentwilds.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * How long something took.
 *
 * @param wallMillis by the clock
 * @param cpuMillis of all the process's threads, drivers' and libraries' included; -1 where the
 *     system does not tell
 */
record Timing(double wallMillis, double cpuMillis) {

    static Timing of(Callable<?> action) throws Exception {
        long cpu = cpuNanos();
        long wall = System.nanoTime();
        action.call();
        double wallMillis = (System.nanoTime() - wall) / 1e6;
        long used = cpuNanos() - cpu;
        return new Timing(wallMillis, cpu < 0 ? -1 : used / 1e6);
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : -1;
    }

    Timing per(int count) {
        return new Timing(wallMillis / count, cpuMillis < 0 ? -1 : cpuMillis / count);
    }

    /** The middle one, the larger of two; of at least one. */
    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
