package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.files.FileTrouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A format, and where it goes: what `-o FORMAT[=FILE]` says.
///
/// @param file null means standard output
public record Target(Format format, @Nullable Path file) {
    /// Reads the values of a repeated `-o`; a table on standard output where there are none.
    ///
    /// @param offered the formats that the answer has
    /// @param directory where the files' names begin
    /// @throws InvalidInputException with every unknown format, every file that cannot be written as far as that is
    ///     seen before there is an answer, and where two would go to the same place
    public static List<Target> parse(List<String> options, Set<Format> offered, Path directory) {
        if (options.isEmpty()) {
            return List.of(new Target(Format.TABLE, null));
        }
        List<Diagnostic> mistakes = new ArrayList<>();
        List<Target> targets = options.stream()
                .map(option -> parse(option, offered, directory, mistakes))
                .flatMap(Optional::stream)
                .toList();
        Set<Optional<Path>> taken = new HashSet<>();
        for (Target target : targets) {
            if (!taken.add(Optional.ofNullable(target.file))) {
                mistakes.add(target.clash());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes);
        }
        return targets;
    }

    private static Optional<Target> parse(
            String option, Set<Format> offered, Path directory, List<Diagnostic> mistakes) {
        int equals = option.indexOf('=');
        String word = equals < 0 ? option : option.substring(0, equals);
        Map<String, Format> formats = new LinkedHashMap<>();
        offered.forEach(format -> formats.put(format.word(), format));
        Format format = formats.get(word);
        if (format == null) {
            String all = "the formats are " + String.join(", ", formats.keySet());
            String cure = Nearest.to(word, formats.keySet())
                    .map(near -> "did you mean '" + near + "'? " + all)
                    .orElse(all);
            mistakes.add(Diagnostic.error("-o " + option + ": there is no format '" + word + "'", cure));
            return Optional.empty();
        }
        if (equals < 0) {
            return Optional.of(new Target(format, null));
        }
        Optional<Path> file = file(option, option.substring(equals + 1), mistakes);
        file.flatMap(path -> obstacle(option, path, directory)).ifPresent(mistakes::add);
        return file.map(path -> new Target(format, path));
    }

    private static Optional<Path> file(String option, String name, List<Diagnostic> mistakes) {
        try {
            if (!name.isEmpty() && !name.equals("-")) {
                return Optional.of(Path.of(name).normalize());
            }
        } catch (InvalidPathException e) {
            // Told below, as for an empty name, and for the dash that elsewhere is standard output.
        }
        mistakes.add(Diagnostic.error(
                "-o " + option + ": '" + name + "' is no name of a file",
                "name one after the equals sign, or leave it out for standard output"));
        return Optional.empty();
    }

    private static Optional<Diagnostic> obstacle(String option, Path file, Path directory) {
        Path there = directory.resolve(file).toAbsolutePath();
        Path folder = Objects.requireNonNullElse(there.getParent(), there);
        String named = "'" + Objects.requireNonNullElse(file.getParent(), folder) + "'";
        if (Files.isDirectory(there)) {
            String name = option.substring(option.indexOf('=') + 1);
            return mistake(option, "'" + name + "' is a folder", "name a file in it");
        }
        if (!Files.exists(folder)) {
            return mistake(option, "there is no folder " + named, "make it, or name another");
        }
        if (!Files.isDirectory(folder)) {
            return mistake(option, named + " is no folder", "name another");
        }
        return Files.isWritable(Files.exists(there) ? there : folder)
                ? Optional.empty()
                : mistake(option, "it may not be written", "name another file, or let it be written");
    }

    private static Optional<Diagnostic> mistake(String option, String what, String cure) {
        return Optional.of(Diagnostic.error("-o " + option + ": " + what, cure));
    }

    private Diagnostic clash() {
        return file == null
                ? Diagnostic.error(
                        "-o " + format.word() + ": only one format can go to standard output",
                        "give the others a file: -o " + format.word() + "=FILE")
                : Diagnostic.error("-o " + format.word() + "=" + file + ": two formats name that file", "name another");
    }

    /// Writes the answer there. A file is replaced as a whole and never gets colour.
    ///
    /// @param directory where its name begins
    /// @throws UncheckedIOException when the file cannot be written all the same
    public void write(Answer answer, Terminal terminal, PrintWriter standardOutput, Path directory) {
        if (file == null) {
            standardOutput.print(format.write(answer, terminal));
            standardOutput.flush();
            return;
        }
        try {
            Files.writeString(directory.resolve(file), format.write(answer, new Terminal(terminal.width(), false)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " could not be written: " + FileTrouble.why(e) + "; name another file", e);
        }
    }
}
