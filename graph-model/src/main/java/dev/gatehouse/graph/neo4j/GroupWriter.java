package dev.gatehouse.graph.neo4j;

import dev.gatehouse.graph.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/// Writes what waits in one transaction: while one is under way, requests gather for the next. Each caller gets its own
/// answer.
final class GroupWriter<Q, A> implements AutoCloseable {
    private static final int LARGEST = 256;

    private final BlockingQueue<Waiting<Q, A>> queue = new LinkedBlockingQueue<>();
    private final Function<List<Q>, List<Answer<A>>> write;
    private final Thread writer;

    /// @param write writes all requests or throws and has written none; gives an answer for each, in order
    GroupWriter(String name, Function<List<Q>, List<Answer<A>>> write) {
        this.write = write;
        this.writer = Thread.ofVirtual().name(name).start(this::run);
    }

    /// What became of one request.
    sealed interface Answer<A> {
        /// It was written.
        record Written<A>(A value) implements Answer<A> {}

        /// It was not, and why.
        record Refused<A>(StoreException reason) implements Answer<A> {}
    }

    private record Waiting<Q, A>(Q request, CompletableFuture<A> answer) {}

    /// Waits until the request is written, or refused.
    A submit(Q request) {
        Waiting<Q, A> waiting = new Waiting<>(request, new CompletableFuture<>());
        queue.add(waiting);
        if (!writer.isAlive()) {
            waiting.answer.completeExceptionally(new StoreException("The store was closed", null));
        }
        try {
            return waiting.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private void run() {
        try {
            while (true) {
                List<Waiting<Q, A>> group = new ArrayList<>();
                group.add(queue.take());
                queue.drainTo(group, LARGEST - 1);
                write(group);
            }
        } catch (InterruptedException e) {
            queue.forEach(
                    waiting -> waiting.answer.completeExceptionally(new StoreException("The store was closed", e)));
        }
    }

    private void write(List<Waiting<Q, A>> group) {
        try {
            List<Answer<A>> answers =
                    write.apply(group.stream().map(Waiting::request).toList());
            for (int i = 0; i < group.size(); i++) {
                switch (answers.get(i)) {
                    case Answer.Written<A>(A value) -> group.get(i).answer.complete(value);
                    case Answer.Refused<A>(StoreException reason) ->
                        group.get(i).answer.completeExceptionally(reason);
                }
            }
        } catch (RuntimeException | Error e) {
            group.forEach(waiting -> waiting.answer.completeExceptionally(e));
            if (e instanceof Error fatal) {
                throw fatal;
            }
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
