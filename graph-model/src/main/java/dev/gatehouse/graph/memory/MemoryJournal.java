package dev.gatehouse.graph.memory;

import dev.gatehouse.graph.Journal;
import dev.gatehouse.graph.Journal.Entry;
import dev.gatehouse.graph.Journal.Sequenced;
import dev.gatehouse.graph.StaleRevisionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// A journal in memory.
public final class MemoryJournal implements Journal {
    private final Map<String, Stream> streams = new HashMap<>();

    @Override
    public synchronized long append(String stream, long expected, long fence, List<Entry> entries) {
        Stream known = streams.getOrDefault(stream, new Stream(0, new ArrayList<>()));
        long last = known.entries.size();
        if (last != expected || fence < known.fence) {
            throw last != expected
                    ? new StaleRevisionException(expected, last)
                    : StaleRevisionException.fenced(stream, fence, known.fence);
        }
        if (!entries.isEmpty()) {
            known.entries.addAll(entries);
            streams.put(stream, new Stream(fence, known.entries));
        }
        return last + entries.size();
    }

    @Override
    public synchronized List<Sequenced> read(String stream, long after, int limit) {
        List<Entry> entries = streams.getOrDefault(stream, new Stream(0, new ArrayList<>())).entries;
        return LongStream.range(Math.max(0, after), entries.size())
                .limit(limit)
                .mapToObj(index -> new Sequenced(index + 1, entries.get((int) index)))
                .toList();
    }

    private record Stream(long fence, List<Entry> entries) {}
}
