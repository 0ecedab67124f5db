package dev.gatehouse.cli.output.tool;

import dev.gatehouse.cli.output.page.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A workflow command of GitHub Actions, which shows it beside the line that it names. Escaping is that of GitHub's own
/// toolkit: `%` and line breaks in messages, in properties colon and comma too.
///
/// @param word `error`, `warning` or `notice`
/// @param file null where there is none
/// @param line 0 where there is none
public record GithubCommand(String word, @Nullable String file, int line, String title, List<String> lines) {
    public GithubCommand {
        lines = List.copyOf(lines);
    }

    /// Without a place.
    public static GithubCommand of(String word, String title, String line) {
        return new GithubCommand(word, null, 0, title, List.of(line));
    }

    /// As a line.
    @Override
    public String toString() {
        String at = file == null ? "" : "file=" + property(file) + "," + (line == 0 ? "" : "line=" + line + ",");
        String data = lines.stream().map(SafeText::line).collect(Collectors.joining("\n"));
        return "::" + word + " " + at + "title=" + property(title) + "::" + escaped(data) + "\n";
    }

    private static String property(String value) {
        return escaped(SafeText.line(value)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
