package dev.gatehouse.verdict;

import dev.gatehouse.findings.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes a judge out of the texts that a record kept. The judge stays the loader's: whoever asks does not close it.
@FunctionalInterface
public interface JudgeLoader {
    /// @param set as [Judge#set] named it
    /// @param texts as [Judge#texts] gave them
    /// @throws dev.gatehouse.document.InvalidInputException when no engine judges by such a set, or it is
    ///     another version that does not take these texts
    Judge load(String set, Map<String, String> texts);

    /// The same for several sets, by name.
    default List<Judge> load(Map<String, Map<String, String>> sets) {
        List<Judge> judges = new ArrayList<>();
        sets.forEach((set, texts) -> judges.add(load(set, texts)));
        return judges;
    }
}
