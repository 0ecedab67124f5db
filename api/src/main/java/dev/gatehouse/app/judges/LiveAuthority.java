package dev.gatehouse.app.judges;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.policies.Authority;
import dev.gatehouse.policies.opa.OpaPolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The policies that answer who may do what, as they stand in their folder now: a right that is taken away there counts
/// from the next question on.
public final class LiveAuthority implements Authority, AutoCloseable {
    private final Uses uses = new Uses();
    private final Live<OpaPolicies> live;

    /// @param folder with the policies
    /// @param start has them run
    /// @param alarm told once for each broken edit what is wrong with it, and nothing once all is whole again
    public LiveAuthority(Path folder, Supplier<OpaPolicies> start, Consumer<List<Diagnostic>> alarm) {
        this.live = new Live<>(List.of(folder), start, OpaPolicies::close, uses, alarm);
    }

    /// Has the first ones run.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when they have mistakes
    public void load() {
        live.get();
    }

    @Override
    public JsonNode answer(String question, JsonNode input) {
        try (Uses.Use _ = uses.begin()) {
            return live.get().authority().answer(question, input);
        }
    }

    /// What was wrong with the last edit; empty where it was taken up.
    public List<Diagnostic> broken() {
        return live.broken();
    }

    @Override
    public void close() {
        uses.close();
        live.close();
    }
}
