package dev.gatehouse.findings;

import dev.gatehouse.document.Digest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Judges fact sheets by a set of rules that does not change during its life. Answers depend on the sheet alone.
/// Safe for use by many threads.
public interface Judge extends AutoCloseable {
    /// The engine's word: `drools`, `opa`.
    String engine();

    /// Version of the engine, which its answers depend on too: `10.2.0`.
    String version();

    /// Names what it judges by in records: `rules`, `policies`, `policies:hygiene` for a foreign pack. No two judges of
    /// a decision have the same.
    String set();

    /// Its rules, sorted by id.
    List<Rule> rules();

    /// The digest of everything but its engine that its answers depend on: rule texts, parameters.
    Digest digest();

    /// Texts of the rule set by name, for the record: what [#digest] covers.
    Map<String, String> texts();

    /// Answers in the order of the questions. A rule that fails is named in the judgement; others still count.
    List<Judgement> judge(List<Question> questions);

    /// Begins to [#judge]; what it gives waits for the answers. Where another process judges, it does so meanwhile;
    /// else nothing happens before somebody waits. Failures come to who waits.
    default Supplier<List<Judgement>> begin(List<Question> questions) {
        return () -> judge(questions);
    }

    /// Lets go of what it holds; questions asked later may fail.
    @Override
    default void close() {}
}
