package dev.gatehouse.cli.input;

import dev.gatehouse.catalog.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Loads the files that a change or a plan names as artifacts, from beside it. Only the command line opens them; a
/// server gets their contents.
public final class Artifacts {
    /// An artifact's path, in block or flow style.
    private static final Pattern PATH = Pattern.compile("\\bpath:\\s*(?:'([^']*)'|\"([^\"]*)\"|([^\\s,}#'\"]+))");

    private Artifacts() {}

    /// Files and folders that exist; what is missing is told by whoever reads the change.
    public static List<SourceFile> beside(Path directory, Path document, SourceFile text) {
        Path folder = directory.resolve(document).getParent();
        if (folder == null) {
            return List.of();
        }
        List<SourceFile> found = new ArrayList<>();
        Matcher matcher = PATH.matcher(new String(text.content(), StandardCharsets.UTF_8));
        while (matcher.find()) {
            String named = first(matcher.group(1), matcher.group(2), matcher.group(3));
            Path path = named == null ? null : Path.of(named);
            if (path != null && !path.isAbsolute() && isConfined(path) && Files.exists(folder.resolve(path))) {
                found.addAll(InputFiles.read(folder, List.of(path)));
            }
        }
        return found;
    }

    private static boolean isConfined(Path path) {
        return !path.normalize().startsWith("..");
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b, @Nullable String c) {
        return a != null ? a : b != null ? b : c;
    }
}
