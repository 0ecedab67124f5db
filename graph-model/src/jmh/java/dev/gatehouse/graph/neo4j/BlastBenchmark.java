package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.RandomArchitecture;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.traversal.BlastRadius;
import dev.gatehouse.model.EntityRef;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
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

/// How many are hurt when a component stops: on the snapshot, and by Cypher on the same graph. The snapshot also tells
/// who fails and who degrades. The components are the same in both, chosen at random.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
public class BlastBenchmark {
    private static final String QUESTION =
            "MATCH (:Entity {ref: $ref})<-[:DEPENDS_ON*]-(hit) WITH DISTINCT hit RETURN count(hit) AS hit";

    private static final int ASKED = 512;

    @Param("100000")
    private int components = 100_000;

    private @Nullable LargeGraph large;
    private @Nullable Driver driver;
    private Snapshot snapshot = Snapshot.empty();
    private List<EntityRef> starts = List.of();
    private int next;

    @Setup(Level.Trial)
    public void load() throws IOException {
        large = new LargeGraph(components);
        snapshot = large.load().snapshot();
        GraphServer server = large.server();
        String password = Files.readString(server.data().resolve("password")).strip();
        driver = GraphDatabase.driver(server.uri(), AuthTokens.basic("neo4j", password));
        starts = new Random(7)
                .ints(ASKED, 0, components)
                .mapToObj(RandomArchitecture::ref)
                .toList();
        starts.stream().limit(20).forEach(this::compare);
    }

    private void compare(EntityRef start) {
        if (onSnapshot(start) != byCypher(start)) {
            throw new IllegalStateException("Both ways must give the same for " + start);
        }
    }

    @Benchmark
    public int snapshot() {
        return onSnapshot(starts.get(next++ % ASKED));
    }

    private int onSnapshot(EntityRef start) {
        BlastRadius radius = BlastRadius.of(snapshot, Set.of(start));
        return radius.size();
    }

    @Benchmark
    public int cypher() {
        return byCypher(starts.get(next++ % ASKED));
    }

    private int byCypher(EntityRef start) {
        try (Session session = Objects.requireNonNull(driver).session()) {
            return session.run(QUESTION, Map.of("ref", start.toString()))
                    .single()
                    .get("hit")
                    .asInt();
        }
    }

    @TearDown(Level.Trial)
    public void end() throws IOException {
        Objects.requireNonNull(driver).close();
        Objects.requireNonNull(large).close();
    }
}
