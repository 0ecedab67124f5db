package dev.gatehouse.cli;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.usecase.TestRules;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What architects do with rules and policies before anybody is judged by them; on files, without a server. A folder
/// that is none, or is no part of those configured, is refused as
/// [invalid input][dev.gatehouse.document.InvalidInputException].
public interface Workshop {
    /// Everything that is wrong in these folders, or in all where there are none.
    List<Diagnostic> lint(List<Path> folders);

    /// Runs the cases of the rules in these folders, or of all where there are none.
    TestRules.Result testRules(List<Path> folders);

    /// Runs the tests of the policies in these folders, or of all where there are none.
    PolicyTests testPolicies(List<Path> folders);

    /// @param coverage percent of the lines of the policies in these folders that tests reach; null where
    ///     none was tested, or a test failed
    record PolicyTests(List<PolicyTest> tests, @Nullable Double coverage) {
        public PolicyTests {
            tests = List.copyOf(tests);
        }
    }

    /// How one test of a policy went.
    ///
    /// @param why it failed; empty where it passed
    record PolicyTest(String name, String file, int line, boolean passed, String why) {}
}
