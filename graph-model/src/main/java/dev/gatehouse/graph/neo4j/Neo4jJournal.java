package dev.gatehouse.graph.neo4j;

import static java.util.stream.Collectors.toMap;

import dev.gatehouse.graph.Journal;
import dev.gatehouse.graph.Journal.Entry;
import dev.gatehouse.graph.Journal.Sequenced;
import dev.gatehouse.graph.StaleRevisionException;
import dev.gatehouse.graph.neo4j.GroupWriter.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Transaction;

/// A journal in Neo4j: a node `Stream` for each stream, a node `Entry` for each entry. Appends from many threads share
/// a transaction.
public final class Neo4jJournal implements Journal, AutoCloseable {
    /// In the order of names, so that two processes never wait for each other in a circle.
    private static final String LOCK = """
            UNWIND $names AS name
            MERGE (s:Stream {name: name}) ON CREATE SET s.last = 0, s.fence = 0
            SET s.last = s.last
            RETURN name, s.last AS last, s.fence AS fence""";

    private static final String APPEND = """
            UNWIND $entries AS entry
            CREATE (e:Entry) SET e = entry""";

    private static final String ADVANCE = """
            UNWIND $streams AS stream
            MATCH (s:Stream {name: stream.name}) SET s.last = stream.last, s.fence = stream.fence""";

    private final Bolt bolt;
    private final GroupWriter<Append, Long> writer;

    Neo4jJournal(Bolt bolt) {
        this.bolt = bolt;
        this.writer = new GroupWriter<>("journal-writer", this::write);
    }

    private record Append(String stream, long expected, long fence, List<Entry> entries) {}

    private record Position(long last, long fence) {}

    @Override
    public long append(String stream, long expected, long fence, List<Entry> entries) {
        return writer.submit(new Append(stream, expected, fence, List.copyOf(entries)));
    }

    private List<Answer<Long>> write(List<Append> appends) {
        return bolt.transact("append to the journal", tx -> {
            Map<String, Position> positions = lock(tx, appends);
            List<Map<String, Object>> rows = new ArrayList<>();
            List<Answer<Long>> answers = new ArrayList<>();
            appends.forEach(append -> answers.add(judge(append, positions, rows)));
            if (!rows.isEmpty()) {
                tx.run(APPEND, Map.of("entries", rows)).consume();
                tx.run(ADVANCE, Map.of("streams", streams(positions))).consume();
            }
            return answers;
        });
    }

    private static Map<String, Position> lock(Transaction tx, List<Append> appends) {
        List<String> names =
                appends.stream().map(Append::stream).distinct().sorted().toList();
        return tx.run(LOCK, Map.of("names", names)).stream()
                .collect(toMap(
                        row -> row.get("name").asString(),
                        row -> new Position(
                                row.get("last").asLong(), row.get("fence").asLong())));
    }

    private static Answer<Long> judge(Append append, Map<String, Position> positions, List<Map<String, Object>> rows) {
        Position position = positions.getOrDefault(append.stream, new Position(0, 0));
        if (position.last != append.expected) {
            return new Answer.Refused<>(new StaleRevisionException(append.expected, position.last));
        }
        if (append.fence < position.fence) {
            return new Answer.Refused<>(StaleRevisionException.fenced(append.stream, append.fence, position.fence));
        }
        if (append.entries.isEmpty()) {
            return new Answer.Written<>(position.last);
        }
        long sequence = position.last;
        for (Entry entry : append.entries) {
            rows.add(row(append.stream, ++sequence, entry));
        }
        positions.put(append.stream, new Position(sequence, append.fence));
        return new Answer.Written<>(sequence);
    }

    private static Map<String, Object> row(String stream, long sequence, Entry entry) {
        return Map.of(
                "stream", stream,
                "sequence", sequence,
                "type", entry.type(),
                "at", entry.at().toString(),
                "json", entry.json());
    }

    private static List<Map<String, Object>> streams(Map<String, Position> positions) {
        List<Map<String, Object>> streams = new ArrayList<>();
        positions.forEach((name, position) -> {
            Map<String, Object> stream = new HashMap<>();
            stream.put("name", name);
            stream.put("last", position.last);
            stream.put("fence", position.fence);
            streams.add(stream);
        });
        return streams;
    }

    @Override
    public List<Sequenced> read(String stream, long after, int limit) {
        return bolt.rows("read the journal", """
                        MATCH (e:Entry {stream: $stream}) WHERE e.sequence > $after
                        RETURN e.sequence AS sequence, e.type AS type, e.at AS at, e.json AS json
                        ORDER BY e.sequence LIMIT $limit""", Map.of("stream", stream, "after", after, "limit", limit)).stream()
                .map(row -> new Sequenced(
                        row.get("sequence").asLong(),
                        new Entry(
                                row.get("type").asString(),
                                Instant.parse(row.get("at").asString()),
                                row.get("json").asString())))
                .toList();
    }

    @Override
    public void close() {
        writer.close();
    }
}
