package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.RandomArchitecture;
import dev.gatehouse.graph.Sketch;
import dev.gatehouse.model.component.Criticality;
import java.io.IOException;
import java.util.List;
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

/// One new dependency as a revision of its own, up to the next snapshot.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 1, time = 10)
@Measurement(iterations = 3, time = 10)
public class CommitBenchmark {
    @Param("100000")
    private int components = 100_000;

    private @Nullable LargeGraph large;
    private int next;

    @Setup(Level.Trial)
    public void load() throws IOException {
        large = new LargeGraph(components);
        large.load();
    }

    @Benchmark
    public Graph.State commit() {
        String from = RandomArchitecture.ref(next++ % components).name();
        String to = RandomArchitecture.ref((next * 31) % components).name();
        return Objects.requireNonNull(large)
                .commit(List.of(Sketch.declared(Sketch.dependency(from, to, Criticality.SOFT))));
    }

    @TearDown(Level.Trial)
    public void end() throws IOException {
        Objects.requireNonNull(large).close();
    }
}
