package io.sipwright.benchmarks;

import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipParser;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a file with users to its elements. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParseBenchmark {

    @Param({"1000", "20000", "100000"})
    int users;

    private byte[] file;

    @Setup
    public void prepare() {
        Workload workload = new Workload(users);
        file = workload.rendered();
        if (!parse().document().elements().equals(workload.elements())) {
            throw new IllegalStateException("What was read is not what was written");
        }
    }

    /** All of the language, into one document. */
    @Benchmark
    public ParsedPjsip parse() {
        return PjsipParser.create().parse("users.conf", new ByteArrayInputStream(file));
    }

    /** The library's own files, element by element. */
    @Benchmark
    public void readWritten(Blackhole hole) {
        PjsipParser.readWritten("users.conf", new ByteArrayInputStream(file), hole::consume);
    }

    /** The limit: lines as strings, and nothing is done with them. */
    @Benchmark
    public void lines(Blackhole hole) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8), 1 << 16);
        String line;
        while ((line = reader.readLine()) != null) {
            hole.consume(line);
        }
    }
}
