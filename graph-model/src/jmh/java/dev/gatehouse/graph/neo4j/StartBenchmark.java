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

/// From nothing to the newest snapshot: starts Neo4j on a folder that an import has filled, and reads the history. The
/// first iteration is the warm-up and knows no compiled code; the server's process is new each time.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class StartBenchmark {
    @Param("100000")
    private int components = 100_000;

    /// Whether the server's classes are cached and the history is copied, as they are from the second start on.
    @Param({"true", "false"})
    private boolean cached = true;

    private @Nullable LargeGraph large;

    @Setup(Level.Trial)
    public void load() throws IOException {
        large = new LargeGraph(components);
        large.load();
        if (cached) {
            large.prepareNextStart();
        }
    }

    @Setup(Level.Iteration)
    public void stop() {
        Objects.requireNonNull(large).stop();
    }

    @Benchmark
    public Graph.State start() throws IOException {
        LargeGraph started = Objects.requireNonNull(large);
        started.start();
        return started.graph().head();
    }

    /// What a start costs in addition where somebody else wrote: everything is compared.
    @Benchmark
    public int startAndCompare() throws IOException {
        LargeGraph started = Objects.requireNonNull(large);
        started.start();
        return started.graph().verify().size();
    }

    @TearDown(Level.Trial)
    public void end() throws IOException {
        Objects.requireNonNull(large).close();
    }
}
