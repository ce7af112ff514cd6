package io.sipwright.realtime;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What the host costs: processor time without that of the fakes in the same process, and memory. */
final class HostLoad {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final AtomicLong PEAK = new AtomicLong();

    private HostLoad() {}

    /** From now on the most that is in use after a collection is kept. */
    static void watchMemory() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                if (notification.getUserData() instanceof CompositeData data) {
                                    collected(GarbageCollectionNotificationInfo.from(data)
                                            .getGcInfo()
                                            .getMemoryUsageAfterGc());
                                }
                            },
                            null,
                            null);
        }
    }

    private static void collected(Map<String, MemoryUsage> pools) {
        long used = pools.entrySet().stream()
                .filter(pool -> !pool.getKey().contains("Metaspace")
                        && !pool.getKey().contains("Code")
                        && !pool.getKey().contains("Class"))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        PEAK.accumulateAndGet(used, Math::max);
    }

    /** The most megabytes that were in use after a collection since the last call. */
    static long peakMegabytes() {
        return PEAK.getAndSet(0) >> 20;
    }

    /** Megabytes that are in use when all that can be is collected. */
    static long restMegabytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Fleet.pause(Duration.ofMillis(100));
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    /** Processor time of all threads that there are, but for those of fakes and of the machine itself. */
    static Duration processor() {
        long nanos = 0;
        for (long id : THREADS.getAllThreadIds()) {
            var thread = THREADS.getThreadInfo(id);
            if (thread != null && !thread.getThreadName().startsWith("fake")) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(id));
            }
        }
        return Duration.ofNanos(nanos);
    }
}
