package dev.gatehouse.rules.drools;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.files.Folder;
import dev.gatehouse.rules.RuleSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads rules from folders: `<gate>/<rule-id>/rule.drl`, with `path.yaml` beside it where it asks a path question.
public final class RuleFolders {
    private static final Pattern RULE = Pattern.compile("([^/]+)/([^/]+)/rule\\.drl");
    private static final Pattern READ = Pattern.compile("[^/]+/[^/]+/(rule\\.drl|path\\.yaml)");

    private RuleFolders() {}

    /// The rules of every root, in the order of the roots and sorted by name within each.
    ///
    /// @throws InvalidInputException when a file cannot be read
    public static List<RuleSource> read(List<Path> roots) {
        List<RuleSource> sources = new ArrayList<>();
        for (Path root : roots) {
            SortedMap<String, String> texts =
                    Folder.read(root, name -> READ.matcher(name).matches());
            texts.forEach((name, text) -> {
                Matcher rule = RULE.matcher(name);
                if (rule.matches()) {
                    String path = texts.get(name.replace("rule.drl", "path.yaml"));
                    sources.add(new RuleSource(
                            rule.group(2), rule.group(1), root.resolve(name).toString(), text, path));
                }
            });
        }
        return sources;
    }
}
