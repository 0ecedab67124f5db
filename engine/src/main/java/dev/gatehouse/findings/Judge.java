package dev.gatehouse.findings;

import dev.gatehouse.document.Digest;
import java.util.List;
import java.util.Map;

/// Judges fact sheets by a set of rules that does not change during its life. Answers depend on the sheet alone.
/// Safe for use by many threads.
public interface Judge extends AutoCloseable {
    /// The engine's word, and that of a set which is judged beside others: `drools`, `opa`, `opa:hygiene`. Names it in
    /// records; no two judges of a decision have the same.
    String engine();

    /// Its rules, sorted by id.
    List<Rule> rules();

    /// The digest of everything that its answers depend on: rule texts, parameters, engine version.
    Digest digest();

    /// Texts of the rule set by name, for the record: what [#digest] covers.
    Map<String, String> texts();

    /// Answers in the order of the questions. A rule that fails is named in the judgement; others still count.
    List<Judgement> judge(List<Question> questions);

    /// Lets go of what it holds; questions asked later may fail.
    @Override
    default void close() {}
}
