package dev.gatehouse.verdict;

import dev.gatehouse.findings.Judge;
import java.util.Map;

/// Makes a judge out of the texts that a record kept. The judge stays the loader's: whoever asks does not close it.
@FunctionalInterface
public interface JudgeLoader {
    /// @param set as [Judge#set] named it
    /// @param texts as [Judge#texts] gave them
    /// @throws dev.gatehouse.document.InvalidInputException when no engine judges by such a set, or it is
    ///     another version that does not take these texts
    Judge load(String set, Map<String, String> texts);
}
