package latentwilds.training.cli;

import latentwilds.training.loop.Training;

/**
 * Holds a process back that was told to end until its training has saved and is out of native code;
 * else what was not saved would be lost with it. So there is no limit to the wait; {@code kill -9}
 * is there for the impatient.
 *
 * <p>Made and closed by the thread that trains, before and after everything that holds native
 * memory.
 */
final class OrderlyEnd implements AutoCloseable {
    private final HeldExit held = new HeldExit("orderly-end", null, this::stop);
    private Training training;
    private boolean asked;

    /** Says what is to be stopped: at once, where the process was told to end before. */
    synchronized void stops(Training running) {
        training = running;
        if (asked) {
            training.stop();
        }
    }

    private void stop() {
        System.out.printf("%nStopping after this step, and saving ...%n");
        synchronized (this) {
            asked = true;
            if (training != null) {
                training.stop();
            }
        }
    }

    @Override
    public void close() {
        held.close();
    }
}
