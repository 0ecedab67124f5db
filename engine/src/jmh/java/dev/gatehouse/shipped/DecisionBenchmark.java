package dev.gatehouse.shipped;

import dev.gatehouse.verdict.Decision;
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

/// A decision in process, by all rules that ship.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class DecisionBenchmark {
    /// How many changes the numbers of sheets are counted over.
    private static final int COUNTED = 100;

    @Param({"100", "10000", "100000"})
    private int components = 100;

    @Param
    private Fleet.Sort change = Fleet.Sort.DEPLOY;

    private Fleet fleet = new Fleet(1);
    private Judging judging = new Judging();
    private int next;

    @Setup(Level.Trial)
    public void load() {
        fleet = new Fleet(components);
        judging = new Judging();
        int[] sheets = IntStream.range(0, change.isHub() ? 1 : COUNTED)
                .map(nth -> judging.matter(fleet.change(change, nth), fleet.snapshot())
                        .sheets()
                        .size())
                .sorted()
                .toArray();
        System.out.println("sheets: median " + sheets[sheets.length / 2] + ", 90th percentile "
                + sheets[sheets.length * 9 / 10] + ", most " + sheets[sheets.length - 1]);
    }

    @Benchmark
    public Decision decide() {
        return judging.decide(fleet.change(change, next++), fleet.snapshot());
    }
}
