package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.tool.JunitReport;
import dev.gatehouse.cli.output.tool.JunitReport.Case;
import dev.gatehouse.cli.output.tool.JunitReport.Result;
import dev.gatehouse.cli.output.tool.JunitReport.Suite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the tests of rules and policies went.
///
/// @param coverage percent of the lines of the policies tested that the tests reach; null where nobody
///     asked, or nothing was measured
/// @param note why nothing was measured, or null
public record TestsView(
        List<Test> tests,
        @Nullable Double coverage,
        @Nullable String note) implements Answer {
    public static final Set<Format> FORMATS = Format.some(Format.TABLE, Format.JSON, Format.JUNIT);

    private static final int WORD = 5;
    private static final int BODY = 7;

    public TestsView {
        tests = List.copyOf(tests);
    }

    /// One test.
    ///
    /// @param of the rule, or the package of the policies
    /// @param place where it stands: a file, with or without a line
    /// @param why it failed; empty where it passed
    public record Test(String of, String name, String place, boolean passed, List<String> why) {
        public Test {
            why = List.copyOf(why);
        }
    }

    public long failed() {
        return tests.stream().filter(test -> !test.passed()).count();
    }

    @Override
    public String table(Terminal terminal) {
        Page page = new Page(terminal);
        tests.forEach(test -> write(page, test));
        if (coverage != null) {
            page.paragraph(
                    0,
                    String.format(Locale.ROOT, "The tests reach %.1f %% of the policies tested", coverage),
                    Page.Style.BOLD);
        }
        if (note != null) {
            page.paragraph(0, note, Page.Style.BOLD);
        }
        page.paragraph(0, (tests.size() - failed()) + " passed, " + failed() + " failed", Page.Style.BOLD);
        return page.toString();
    }

    private static void write(Page page, Test test) {
        String name = test.of() + ": " + test.name();
        if (test.passed()) {
            page.entry("  ", "ok", Page.Style.GOOD, WORD, name);
        } else {
            page.entry("  ", "FAIL", Page.Style.BAD, WORD, name + "  (" + test.place() + ")");
        }
        test.why().forEach(why -> page.paragraph(BODY, why, Page.Style.PLAIN));
    }

    @Override
    public Object json() {
        Map<String, Object> json = new LinkedHashMap<>(Map.of("tests", tests));
        if (coverage != null) {
            json.put("coverage", coverage);
        }
        return json;
    }

    @Override
    public JunitReport junit() {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        tests.forEach(test -> suites.computeIfAbsent(test.of(), _ -> new ArrayList<>())
                .add(new Case(
                        test.of(),
                        test.name(),
                        test.passed() ? Result.PASSED : Result.FAILURE,
                        test.passed() ? "" : "failed",
                        lines(test))));
        return new JunitReport(
                "gatehouse test",
                null,
                suites.entrySet().stream()
                        .map(suite -> new Suite(suite.getKey(), suite.getValue()))
                        .toList());
    }

    private static List<String> lines(Test test) {
        if (test.passed()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(test.why());
        lines.add(test.place());
        return lines;
    }
}
