package dev.gatehouse.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.OpaAlone;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.set.PolicySets;
import dev.gatehouse.verdict.Decision;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
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

/// A decision by all rules and policies that ship, and beside it what OPA alone takes for the same sheets in one
/// request. Each change is another one; in a large architecture hardly a sheet comes twice, so nothing is remembered.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class OpaBenchmark {
    @Param("100000")
    private int components = 100;

    @Param({"DEPLOY", "ADD_DEPENDENCY"})
    private Fleet.Sort change = Fleet.Sort.DEPLOY;

    private @Nullable Running running;

    @Setup(Level.Trial)
    public void start() {
        running = new Running(components, change);
    }

    @TearDown(Level.Trial)
    public void stop() {
        running().close();
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    @Benchmark
    public Decision decide() {
        return running().decide();
    }

    @Benchmark
    public List<SortedMap<String, JsonNode>> opaAlone(Noted noted) {
        return noted.alone().ask();
    }

    /// A decision's questions, noted before OPA is asked.
    @State(Scope.Benchmark)
    public static class Noted {
        private @Nullable OpaAlone alone;

        @Setup(Level.Invocation)
        public void note(OpaBenchmark benchmark) {
            alone = benchmark.running().note();
        }

        OpaAlone alone() {
            if (alone == null) {
                throw new IllegalStateException("nothing noted");
            }
            return alone;
        }
    }

    private static final class Running {
        private final Fleet fleet;
        private final Fleet.Sort sort;
        private final OpaPolicies policies;
        private final OpaAlone alone;
        private final Judging judging;
        private final Judging noting;
        private int next;

        Running(int components, Fleet.Sort sort) {
            this.fleet = new Fleet(components);
            this.sort = sort;
            Path root = Shipped.root();
            OpaBinary binary =
                    OpaBinary.find(System.getenv().getOrDefault("PATH", ""), root.resolve(".gatehouse"));
            PolicySet set = PolicySets.own(binary, List.of(root.resolve("policies")));
            this.policies = OpaPolicies.start(binary, set, OpaPolicies.DEADLINE);
            this.alone = new OpaAlone(binary, set);
            this.judging = new Judging(policies.judge());
            this.noting = new Judging(alone);
        }

        Decision decide() {
            return judging.decide(fleet.change(sort, next++), fleet.snapshot());
        }

        OpaAlone note() {
            alone.clear();
            noting.decide(fleet.change(sort, next++), fleet.snapshot());
            return alone;
        }

        void close() {
            policies.close();
            alone.close();
        }
    }
}
