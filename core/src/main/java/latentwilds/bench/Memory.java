package latentwilds.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds. */
final class Memory {
    private static final int COLLECTIONS = 3;

    private Memory() {}

    /** Bytes of the Java heap that live on after a collection. */
    static long heapAfterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime jvm = Runtime.getRuntime();
        return jvm.totalMemory() - jvm.freeMemory();
    }

    /** The process's resident bytes; 0 where the system does not tell. */
    static long resident() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D+", "")) * 1024;
                }
            }
        } catch (IOException e) {
            // Only Linux has this file.
        }
        return 0;
    }
}
