package dev.gatehouse.graph.neo4j;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Revision;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/// The chain of revisions. Each node `Revision` holds the digest of itself and of the one before, and points by its
/// `load` to the parts of its difference; some point by `full` to the parts of everything as it was then.
final class History {
    private static final String READ = "read the history";

    private static final String AFTER = """
            MATCH (r:Revision) WHERE r.number > $after AND r.number <= $upTo
            RETURN r.record AS record, r.load AS load, r.parts AS parts, r.digest AS digest
            ORDER BY r.number""";

    private static final String NEAREST = """
            MATCH (r:Revision) WHERE r.number <= $upTo AND r.full IS NOT NULL
            RETURN r.record AS record, r.full AS load, r.fullParts AS parts, r.digest AS digest,
                   r.fullReadings AS readings
            ORDER BY r.number DESC LIMIT 1""";

    private static final String CREATE = """
            MERGE (r:Revision {number: $number})
            SET r.at = $at, r.by = $by, r.message = $message, r.size = $size, r.sources = $sources,
                r.record = $record, r.load = $load, r.parts = $parts, r.digest = $digest
            WITH r MATCH (before:Revision {number: $number - 1}) MERGE (r)-[:FOLLOWS]->(before)""";

    private static final String PARTS = "MATCH (p:Part {load: $load}) RETURN p.bytes AS bytes ORDER BY p.index";

    private static final String ONE_PART = "MATCH (p:Part {load: $load, index: $index}) RETURN p.bytes AS bytes";

    private static final String PART = "CREATE (:Part {load: $load, number: $number, index: $index, bytes: $bytes})";

    private final Bolt bolt;

    History(Bolt bolt) {
        this.bolt = bolt;
    }

    /// A revision, where its difference is, and the digest of the chain up to it.
    record Link(Revision revision, String load, List<String> parts, String digest) {
        static final Link NONE =
                new Link(Revision.NONE, "", List.of(), Digest.of("").toString());

        /// What follows this one.
        Link next(Revision revision, String load, List<String> parts) {
            return new Link(
                    revision,
                    load,
                    parts,
                    Json.digest(List.of(digest, revision, parts)).toString());
        }
    }

    /// An architecture with its place in the chain.
    record Known(Graph.State state, Link link) {}

    /// Stores the parts of a difference that will be revision `number`, each as soon as it is made.
    ///
    /// @return what the parts are called, and their digests
    Stored store(Delta delta, long number, Writer writer) {
        String load = UUID.randomUUID().toString();
        List<String> digests = new ArrayList<>();
        Parts.of(delta).stream()
                .gather(Gatherers.mapConcurrent(Parts.AHEAD, Parts::write))
                .forEachOrdered(bytes -> {
                    long index = digests.size();
                    writer.write(PART, Map.of("load", load, "number", number, "index", index, "bytes", bytes));
                    digests.add(Digest.of(bytes).toString());
                });
        return new Stored(load, digests);
    }

    /// Parts that were stored.
    record Stored(String load, List<String> digests) {}

    /// Runs a statement in a transaction.
    @FunctionalInterface
    interface Writer {
        void write(String query, Map<String, Object> parameters);
    }

    static Link create(Transaction tx, Link link) {
        Revision revision = link.revision();
        Map<String, Object> properties = new HashMap<>();
        properties.put("number", revision.number());
        properties.put("at", revision.at().toString());
        properties.put("by", revision.by());
        properties.put("message", revision.message());
        properties.put("size", revision.size());
        properties.put(
                "sources", revision.readings().stream().map(Reading::source).toList());
        properties.put("record", Json.write(revision));
        properties.put("load", link.load());
        properties.put("parts", link.parts());
        properties.put("digest", link.digest());
        tx.run(CREATE, properties).consume();
        return link;
    }

    /// The links of the revisions above `after`, up to `upTo`, checked against the one they follow.
    List<Link> after(Link before, long upTo) {
        List<Link> links = new ArrayList<>();
        Link last = before;
        for (Record row :
                bolt.rows(READ, AFTER, Map.of("after", before.revision().number(), "upTo", upTo))) {
            Link stored = link(row);
            last = last.next(stored.revision(), stored.load(), stored.parts());
            if (!last.equals(stored)) {
                throw damaged("revision " + stored.revision().number() + " is not what was written");
            }
            links.add(last);
        }
        if (last.revision().number() != upTo) {
            throw damaged("revision " + (last.revision().number() + 1) + " is missing");
        }
        return links;
    }

    private Link link(Record row) {
        if (row.values().stream().anyMatch(Value::isNull)) {
            throw damaged("a property of a revision is missing");
        }
        try {
            return new Link(
                    Json.read(row.get("record").asString(), Revision.class),
                    row.get("load").asString(),
                    row.get("parts").asList(Value::asString),
                    row.get("digest").asString());
        } catch (InvalidInputException e) {
            throw damaged("a revision cannot be read: " + e.getMessage());
        }
    }

    /// The difference that a revision made.
    Delta delta(Link link) {
        Map<EntityRef, Declaration> puts = new TreeMap<>();
        Set<EntityRef> removes = new HashSet<>();
        for (Parts.Part part : parts(link)) {
            part.puts().forEach(put -> puts.put(put.ref(), put));
            removes.addAll(part.removes());
        }
        return new Delta(puts, removes);
    }

    /// The parts of a link, checked.
    List<Parts.Part> parts(Link link) {
        List<byte[]> parts = bolt.rows(READ, PARTS, Map.of("load", link.load())).stream()
                .map(row -> row.get("bytes").asByteArray())
                .toList();
        List<String> digests =
                parts.parallelStream().map(part -> Digest.of(part).toString()).toList();
        if (!digests.equals(link.parts())) {
            throw changed(link);
        }
        return parts.parallelStream().map(Parts::read).toList();
    }

    private StoreException changed(Link link) {
        return damaged("a part of revision " + link.revision().number() + " is missing or changed");
    }

    /// Hands over the parts of a link one by one, each once and as it was written.
    void bytes(Link link, Consumer<byte[]> action) {
        for (int index = 0; index < link.parts().size(); index++) {
            List<Record> found = bolt.rows(READ, ONE_PART, Map.of("load", link.load(), "index", index));
            byte[] part = found.isEmpty()
                    ? new byte[0]
                    : found.getFirst().get("bytes").asByteArray();
            if (!Digest.of(part).toString().equals(link.parts().get(index))) {
                throw changed(link);
            }
            action.accept(part);
        }
    }

    /// Reads all that a revision is read from, and keeps nothing of it.
    ///
    /// @throws StoreException where it is not what was written
    void check(long number) {
        chain(number).links().forEach(link -> bytes(link, _ -> {}));
    }

    /// The number of the newest revision.
    long newest() {
        return Head.read(bolt).revision();
    }

    /// What a revision is read from: the nearest full one and the differences since.
    Chain chain(long number) {
        List<Link> links = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (Record row : bolt.rows(READ, NEAREST, Map.of("upTo", number))) {
            links.add(link(row));
            readings.addAll(row.get("readings").asList(this::reading));
        }
        links.addAll(after(links.isEmpty() ? Link.NONE : links.getLast(), number));
        return new Chain(readings, links);
    }

    private Reading reading(Value value) {
        try {
            return Json.read(value.asString(), Reading.class);
        } catch (InvalidInputException e) {
            throw damaged("what was read for a revision cannot be read: " + e.getMessage());
        }
    }

    /// The architecture at a revision.
    Known load(long number) {
        return chain(number).known(this::parts);
    }

    /// The same, from a copy as far as that has it.
    Known load(long number, HistoryCopy copy) {
        Chain chain = chain(number);
        return copy.known(chain, this::parts).orElseGet(() -> chain.known(this::parts));
    }

    /// Stores everything as it was at a revision where reading it from the differences has become slow: they weigh more
    /// than twice what is there.
    void keepFull(Known known) {
        long number = known.state().revision().number();
        Snapshot snapshot = known.state().snapshot();
        long weight = bolt.rows(READ, """
                        OPTIONAL MATCH (f:Revision) WHERE f.full IS NOT NULL
                        WITH coalesce(max(f.number), 0) AS from
                        MATCH (r:Revision) WHERE r.number > from
                        RETURN sum(r.size) AS weight""", Map.of()).getFirst().get("weight").asLong();
        if (weight <= 2L * snapshot.size() + Parts.SIZE) {
            return;
        }
        Stored stored = store(everything(snapshot), number, this::write);
        write(
                Head.LOCK + """
                        MATCH (p:Part {load: $load}) WITH count(p) AS stored
                        MATCH (r:Revision {number: $number}) WHERE stored = size($parts)
                        SET r.full = $load, r.fullParts = $parts, r.fullReadings = $readings""",
                Map.of(
                        "number", number,
                        "load", stored.load(),
                        "parts", stored.digests(),
                        "readings",
                                snapshot.readings().values().stream()
                                        .map(Json::write)
                                        .toList()));
    }

    /// Runs a statement in a transaction of its own.
    void write(String query, Map<String, Object> parameters) {
        bolt.transact("write the history", tx -> tx.run(query, parameters).consume());
    }

    /// The difference from nothing to the snapshot.
    static Delta everything(Snapshot snapshot) {
        List<Declaration> all = new ArrayList<>(snapshot.size());
        for (int i = 0; i < snapshot.size(); i++) {
            Declaration declaration = snapshot.at(i);
            if (declaration != null) {
                all.add(declaration);
            }
        }
        return Delta.of(all);
    }

    /// Deletes parts of loads that never became a revision and cannot any more, for the head has passed them.
    void clean() {
        write(Head.LOCK + """
                MATCH (p:Part) WHERE p.number <= h.revision
                OPTIONAL MATCH (r:Revision {number: p.number})
                WITH p, r WHERE r IS NULL OR (p.load <> r.load AND p.load <> coalesce(r.full, ''))
                DELETE p""", Map.of());
    }

    StoreException damaged(String what) {
        return new StoreException(
                "The history in the graph at " + bolt.uri() + " is damaged: " + what
                        + ". Likely cure: restore a backup, or begin with an empty folder and import again",
                null);
    }
}
