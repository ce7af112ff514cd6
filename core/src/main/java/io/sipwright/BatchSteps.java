package io.sipwright;

/** Counts, and tells whoever wants to know after each thousand and at the end. */
final class BatchSteps {

    static final int CHUNK = 1000;

    private final BatchProgress progress;
    private final BatchProgress.Phase phase;
    private final int total;
    private int done;

    BatchSteps(BatchProgress progress, BatchProgress.Phase phase, int total) {
        this.progress = progress;
        this.phase = phase;
        this.total = total;
    }

    void step() {
        step(1);
    }

    void step(int more) {
        int before = done;
        done += more;
        if (done / CHUNK > before / CHUNK || done == total) {
            progress.progress(phase, done, total);
        }
    }
}
