package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Graph;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The first import into an empty graph over Bolt: history and present. Both processes are new, as for whoever imports.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ImportBenchmark {
    @Param("100000")
    private int components = 100_000;

    private @Nullable LargeGraph large;

    @Setup(Level.Iteration)
    public void begin() throws IOException {
        large = new LargeGraph(components);
    }

    @Benchmark
    public Graph.State load() {
        return Objects.requireNonNull(large).load();
    }

    @TearDown(Level.Iteration)
    public void end() throws IOException {
        Objects.requireNonNull(large).close();
    }
}
