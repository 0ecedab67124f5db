package dev.gatehouse.rules.drools;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Looks at work from outside, step by step: nothing ends a thread that is lost in a condition. Such a thread is left
/// behind, and what it is lost in counts as stuck until it comes back, so that no later one is lost in the same.
final class Watch {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    /// Most of what is late says so itself, between two firings.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Step LEFT = new Step("nothing", "nothing", 0);
    private static final Map<Object, Future<?>> STUCK = new ConcurrentHashMap<>();
    // Platform threads: a virtual one that is lost would keep its carrier, and a machine has few.
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("rules-", 1).factory());

    private final AtomicReference<@Nullable Step> step = new AtomicReference<>();

    private Watch() {}

    /// @param what counts as stuck when it does not end
    /// @param name for people
    /// @param deadline as [System#nanoTime] tells it
    record Step(Object what, String name, long deadline) {}

    /// The answer to each question, in order. A question in which a step was left behind is begun anew.
    static <Q, A> List<A> each(List<Q> questions, BiFunction<Q, Watch, A> work) {
        List<A> answers = new ArrayList<>();
        while (answers.size() < questions.size()) {
            List<Q> rest = questions.subList(answers.size(), questions.size());
            Queue<A> given = new ConcurrentLinkedQueue<>();
            Watch watch = new Watch();
            watch.await(THREADS.submit(() -> {
                for (Q question : rest) {
                    A answer = work.apply(question, watch);
                    if (watch.step.get() != null) {
                        return;
                    }
                    given.add(answer);
                }
            }));
            answers.addAll(given);
        }
        return answers;
    }

    /// Whether a thread is lost in that.
    static boolean isStuck(Object what) {
        if (STUCK.isEmpty()) {
            return false;
        }
        STUCK.values().removeIf(Future::isDone);
        return STUCK.containsKey(what);
    }

    /// Does what may not end. Where it was left behind and comes back after all, nothing follows it.
    void run(Step watched, Runnable action) {
        advance(null, watched);
        try {
            action.run();
        } finally {
            advance(watched, null);
        }
    }

    private void advance(@Nullable Step from, @Nullable Step to) {
        if (!step.compareAndSet(from, to)) {
            throw new IllegalStateException("Nobody waits for this any more");
        }
    }

    private void await(Future<?> work) {
        while (!isOver(work)) {
            Step now = step.get();
            if (now != null && now.deadline - System.nanoTime() < -GRACE.toNanos() && step.compareAndSet(now, LEFT)) {
                STUCK.put(now.what, work);
                LOG.log(
                        System.Logger.Level.ERROR,
                        "{0} does not end; its thread is left behind, and uses a processor until it ends or"
                                + " Gatehouse is restarted. Left behind by now: {1}.",
                        now.name,
                        STUCK.size());
                return;
            }
        }
    }

    /// Whether it ended within a while.
    private boolean isOver(Future<?> work) {
        try {
            work.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            step.set(LEFT);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rules were judging", e);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
