package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.files.Folder;
import dev.gatehouse.rules.RuleSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads rules from folders: `<gate>/<rule-id>/rule.drl`, with `path.yaml` beside it where it asks a path question. One
/// that stands anywhere else is a mistake: nobody would ever ask it.
public final class RuleFolders {
    private static final Pattern RULE = Pattern.compile("([^/]+)/([^/]+)/rule\\.drl");
    private static final Pattern READ = Pattern.compile(".*\\.drl|[^/]+/[^/]+/path\\.yaml");

    private RuleFolders() {}

    /// The rules of every root, in the order of the roots and sorted by name within each.
    ///
    /// @throws InvalidInputException when a file cannot be read, or stands where none is looked for
    public static List<RuleSource> read(List<Path> roots) {
        List<RuleSource> sources = new ArrayList<>();
        List<Diagnostic> astray = new ArrayList<>();
        for (Path root : roots) {
            SortedMap<String, String> texts =
                    Folder.read(root, name -> READ.matcher(name).matches());
            texts.forEach((name, text) -> {
                Matcher rule = RULE.matcher(name);
                if (rule.matches()) {
                    String path = texts.get(name.replace("rule.drl", "path.yaml"));
                    sources.add(new RuleSource(
                            rule.group(2), rule.group(1), root.resolve(name).toString(), text, path));
                } else if (name.endsWith(".drl") || !texts.containsKey(name.replace("path.yaml", "rule.drl"))) {
                    astray.add(astray(root.resolve(name)));
                }
            });
        }
        if (!astray.isEmpty()) {
            throw new InvalidInputException(astray);
        }
        return sources;
    }

    private static Diagnostic astray(Path file) {
        boolean isRule = file.toString().endsWith(".drl");
        return Diagnostic.error(
                new Position(file.toString(), 0, 0, null),
                isRule ? "This rule would never be asked" : "This path question stands beside no rule",
                "a rule's file is <gate>/<rule-id>/rule.drl");
    }
}
