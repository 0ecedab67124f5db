package dev.gatehouse.verdict;

import dev.gatehouse.findings.Judge;
import java.util.Map;

/// Makes a judge out of the texts that a record kept. The judge stays the loader's: whoever asks does not close it.
@FunctionalInterface
public interface JudgeLoader {
    /// @param engine as [Judge#engine] named it
    /// @param texts as [Judge#texts] gave them
    /// @throws dev.gatehouse.document.InvalidInputException when there is no such engine, or it is another version
    ///     that does not take these texts
    Judge load(String engine, Map<String, String> texts);
}
