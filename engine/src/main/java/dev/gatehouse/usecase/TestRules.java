package dev.gatehouse.usecase;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rules.RuleSource;
import java.util.List;

/// Runs the cases that stand beside rules: small architectures and changes, with the findings that are expected.
public interface TestRules {
    /// Runs every case, each with its own rule alone.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException with every mistake in rules and cases; nothing was run
    /// @throws dev.gatehouse.access.RefusedException when the actor may not
    Result run(Actor actor, List<Folder> folders);

    /// A rule with its cases.
    ///
    /// @param cases the files in its folder `cases/`
    record Folder(RuleSource rule, List<SourceFile> cases) {
        public Folder {
            cases = List.copyOf(cases);
        }
    }

    /// @param outcomes by rule, then in the order of the cases
    record Result(List<Outcome> outcomes) {
        public Result {
            outcomes = List.copyOf(outcomes);
        }

        /// True when every case passed.
        public boolean passed() {
            return outcomes.stream().allMatch(Outcome::passed);
        }
    }

    /// How one case went.
    ///
    /// @param rule its id
    /// @param file where the case stands
    /// @param name the sentence that the case is named by
    /// @param finds whether the case expects a finding, or a score above nothing
    /// @param missing what was expected and did not come, in words
    /// @param unexpected what came and was not expected, in words
    record Outcome(
            String rule, String file, String name, boolean finds, List<String> missing, List<String> unexpected) {
        public Outcome {
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
        }

        public boolean passed() {
            return missing.isEmpty() && unexpected.isEmpty();
        }
    }
}
