package dev.gatehouse.shipped;

import dev.gatehouse.graph.RandomArchitecture;
import dev.gatehouse.graph.traversal.BlastRadius;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;

/// Who is hurt when a component fails: how many, and how many of them fail too.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class BlastBenchmark {
    @Param("100000")
    private int components = 100;

    private Fleet fleet = new Fleet(1);
    private int[] nodes = {};
    private int hub;
    private int next;

    @Setup(Level.Trial)
    public void load() {
        fleet = new Fleet(components);
        nodes = IntStream.range(0, components)
                .map(i -> fleet.snapshot().indexOf(RandomArchitecture.ref(i)))
                .toArray();
        hub = fleet.snapshot().indexOf(fleet.hub());
        System.out.println("reached by the hub: "
                + BlastRadius.of(fleet.snapshot(), hub).size());
    }

    /// One component after the other.
    @Benchmark
    public int each() {
        next = (next + 7919) % components;
        return sum(nodes[next]);
    }

    /// The component that most need.
    @Benchmark
    public int hub() {
        return sum(hub);
    }

    private int sum(int node) {
        BlastRadius radius = BlastRadius.of(fleet.snapshot(), node);
        return radius.size() + radius.failing();
    }
}
