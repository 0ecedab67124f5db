package dev.gatehouse.policies;

import com.fasterxml.jackson.databind.JsonNode;

/// A document in, an answer out: who may do what, and what may run without a person. Safe for use by many threads.
public interface Authority {
    /// The value of a rule for that input.
    ///
    /// @param question folder and rule below the policies: `access/decision`
    /// @throws NoAnswerException when there is none, for whatever reason: then nobody may and nothing runs
    JsonNode answer(String question, JsonNode input);
}
