package dev.gatehouse.shipped;

import dev.gatehouse.catalog.EntityPatch;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.facts.assembly.ChangeResolver;
import dev.gatehouse.facts.assembly.ResolvedChange;
import dev.gatehouse.graph.question.PathQuestion;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rules.RuleSource;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.verdict.Decider;
import dev.gatehouse.verdict.Decision;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.Matter;
import dev.gatehouse.verdict.Preparation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.annotations.Warmup;

/// A decision in process, by all rules that ship: everything but reading the change's document and keeping the record.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class DecisionBenchmark {
    private static final Instant CLOCK = Instant.parse("2026-11-20T12:00:00Z");

    @Param({"100", "10000", "100000"})
    private int components = 100;

    @Param
    private Fleet.Sort change = Fleet.Sort.DEPLOY;

    private Fleet fleet = new Fleet(1);
    private List<Change> changes = List.of();
    private JudgeSet judges = new JudgeSet(List.of(), List.of(), Map.of(), List.of());
    private int next;

    @Setup(Level.Trial)
    public void load() {
        fleet = new Fleet(components);
        changes = fleet.changes(change);
        judges = judges();
        System.out.println("sheets: "
                + changes.stream()
                        .limit(100)
                        .mapToInt(each -> matter(each).sheets().size())
                        .summaryStatistics());
    }

    private static JudgeSet judges() {
        List<RuleSource> sources = Shipped.sources();
        return new JudgeSet(
                List.of(DroolsJudge.of(RuleReader.read(sources, Map.of()))),
                Shipped.gates(),
                questions(sources),
                List.of());
    }

    private static Map<String, PathQuestion> questions(List<RuleSource> sources) {
        Map<String, PathQuestion> questions = new HashMap<>();
        sources.forEach(source -> {
            if (source.path() != null) {
                Document document = DocumentReader.read(
                                source.pathFile(), source.path().getBytes(StandardCharsets.UTF_8))
                        .documents()
                        .getFirst();
                questions.put(source.id(), PathQuestion.read(document));
            }
        });
        return questions;
    }

    @Benchmark
    public Decision decide() {
        next = (next + 1) % changes.size();
        return new Decider(judges.judges()).decide(matter(changes.get(next)));
    }

    private Matter matter(Change asked) {
        ResolvedChange resolved = ChangeResolver.resolve(asked, fleet.snapshot(), DecisionBenchmark::patch);
        return new Preparation(judges, judges.gates()).matter(resolved, Actor.ADMINISTRATOR, CLOCK, List.of());
    }

    private static Entity patch(Entity entity, Map<String, @Nullable Object> attributes) {
        return EntityPatch.apply(entity, attributes, new Position(null, 0, 0, null))
                .orThrow();
    }
}
