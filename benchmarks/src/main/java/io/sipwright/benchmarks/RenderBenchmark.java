package io.sipwright.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From users to the bytes of their file, which a stream counts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RenderBenchmark {

    private static final int PIECE = 1 << 16;

    @Param({"1000", "20000", "100000"})
    int users;

    private Workload workload;
    private byte[] rendered;
    private Peer freeMarker;
    private Peer mustache;
    private Peer replace;

    @Setup
    public void prepare() throws IOException {
        workload = new Workload(users);
        rendered = workload.rendered();
        List<Map<String, String>> values = workload.values();
        freeMarker = new FreeMarkerPeer(values);
        mustache = new MustachePeer(values);
        replace = new ReplacePeer(values);
        for (Peer peer : List.of(freeMarker, mustache, replace)) {
            peer.mustRender(rendered);
        }
    }

    @Benchmark
    public long sipwright() {
        CountingStream out = new CountingStream();
        workload.render(out);
        return out.result();
    }

    @Benchmark
    public long sipwrightWithoutStamps() {
        CountingStream out = new CountingStream();
        workload.renderWithoutStamps(out);
        return out.result();
    }

    @Benchmark
    public long freeMarker() throws IOException {
        return renderedBy(freeMarker);
    }

    @Benchmark
    public long mustache() throws IOException {
        return renderedBy(mustache);
    }

    @Benchmark
    public long replace() throws IOException {
        return renderedBy(replace);
    }

    private static long renderedBy(Peer peer) throws IOException {
        CountingStream out = new CountingStream();
        peer.render(out);
        return out.result();
    }

    /** The limit: the finished bytes pass through a buffer, and nothing is done to them. */
    @Benchmark
    public long copy() {
        CountingStream out = new CountingStream();
        byte[] buffer = new byte[PIECE];
        for (int from = 0; from < rendered.length; from += PIECE) {
            int length = Math.min(PIECE, rendered.length - from);
            System.arraycopy(rendered, from, buffer, 0, length);
            out.write(buffer, 0, length);
        }
        return out.result();
    }
}
