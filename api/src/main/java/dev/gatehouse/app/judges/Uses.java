package dev.gatehouse.app.judges;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who is at work with things that may be replaced meanwhile. What is retired is closed when everybody has ended who
/// had begun by then: they may still be using it.
public final class Uses implements AutoCloseable {
    private final Set<Use> running = new HashSet<>();
    private final List<Retired> retired = new ArrayList<>();

    /// A piece of work, until it is closed. Each is another.
    public final class Use implements AutoCloseable {
        private Use() {}

        @Override
        public void close() {
            ended(this).forEach(Runnable::run);
        }
    }

    private record Retired(Runnable end, Set<Use> waitsFor) {}

    /// Begins a piece of work.
    public synchronized Use begin() {
        Use use = new Use();
        running.add(use);
        return use;
    }

    /// Ends something as soon as nobody can be using it any more.
    public void retire(Runnable end) {
        if (!waits(end)) {
            end.run();
        }
    }

    private synchronized boolean waits(Runnable end) {
        return !running.isEmpty() && retired.add(new Retired(end, new HashSet<>(running)));
    }

    private synchronized List<Runnable> ended(Use use) {
        running.remove(use);
        retired.forEach(each -> each.waitsFor().remove(use));
        List<Runnable> free = retired.stream()
                .filter(each -> each.waitsFor().isEmpty())
                .map(Retired::end)
                .toList();
        retired.removeIf(each -> each.waitsFor().isEmpty());
        return free;
    }

    /// Ends what waits, whoever is still at work.
    @Override
    public void close() {
        List<Retired> rest;
        synchronized (this) {
            rest = List.copyOf(retired);
            retired.clear();
        }
        rest.forEach(each -> each.end().run());
    }
}
