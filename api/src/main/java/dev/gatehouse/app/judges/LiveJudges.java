package dev.gatehouse.app.judges;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.verdict.JudgeSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The judges of the rule and policy folders as they are now.
public final class LiveJudges implements Supplier<JudgeSet>, AutoCloseable {
    private final Live<JudgeSet> live;

    /// @param uses who may be judging by a set that is replaced
    /// @param alarm told once for each broken edit what is wrong with it, and nothing once all is whole again
    public LiveJudges(JudgeFolders folders, Uses uses, Consumer<List<Diagnostic>> alarm) {
        this.live = new Live<>(folders.all(), folders::load, set -> set.judges().forEach(Judge::close), uses, alarm);
    }

    /// Makes the first set aside, so that whoever asks first waits less. What is wrong with it is told to them.
    public void prepare() {
        Thread.ofPlatform().daemon().name("judges").start(() -> {
            try {
                live.get();
            } catch (RuntimeException _) {
                // Thrown once more to whoever asks.
            }
        });
    }

    /// @throws dev.gatehouse.document.InvalidInputException when there never was a set that works
    @Override
    public JudgeSet get() {
        return live.get();
    }

    /// Those that were read last; empty where nobody has asked for them yet.
    public Optional<JudgeSet> loaded() {
        return live.known();
    }

    /// What was wrong with the last edit, as far as one was looked at; empty where it was taken up.
    public List<Diagnostic> broken() {
        return live.broken();
    }

    @Override
    public void close() {
        live.close();
    }
}
