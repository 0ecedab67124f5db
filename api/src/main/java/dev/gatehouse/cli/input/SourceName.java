package dev.gatehouse.cli.input;

import dev.gatehouse.catalog.SourceNames;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The name of a source that nobody named: its git remote and the path in it, however it was cloned and wherever
/// one stands.
public final class SourceName {
    private static final long PATIENCE_SECONDS = 5;

    private SourceName() {}

    /// For this process alone: without a remote the folder as it is known here.
    public static String here(Path directory, Path path) {
        Path place = directory.resolve(path).toAbsolutePath().normalize();
        return cloneAt(place)
                .flatMap(clone -> clone.everywhere().or(clone::onThisMachine))
                .or(() -> Optional.of(KnownPlace.name(directory, path)))
                .filter(SourceName::isName)
                .orElse(KnownPlace.text(place));
    }

    /// For a server, where others name theirs too: as a folder is known here, two of them could share a name, and each
    /// import would replace what the other brought.
    ///
    /// @throws InvalidInputException when there is no remote, or one of this machine alone
    public static String everywhere(Path directory, Path path) {
        return cloneAt(directory.resolve(path).toAbsolutePath().normalize())
                .flatMap(Clone::everywhere)
                .filter(SourceName::isName)
                .orElseThrow(() -> new InvalidInputException(
                        "'" + path + "' is in no clone of a git remote that has the same name everywhere",
                        "name it with --source, and by the same name each time"));
    }

    private static boolean isName(String name) {
        return SourceNames.mistake(name, Position.NOWHERE).isEmpty();
    }

    /// A clone of a git repository.
    ///
    /// @param remote as git knows it
    /// @param path of a folder in it, empty for its root
    private record Clone(String remote, String path) {
        Optional<String> everywhere() {
            return Remote.name(remote).map(name -> path.isEmpty() ? name : name + "/" + path);
        }

        Optional<String> onThisMachine() {
            return remote.startsWith("/")
                    ? Optional.of(path.isEmpty() ? remote : remote + "/" + path)
                    : Optional.empty();
        }
    }

    private static Optional<Clone> cloneAt(Path place) {
        return Optional.ofNullable(Files.isDirectory(place) ? place : place.getParent())
                .flatMap(folder -> KnownPlace.workTree(folder)
                        .flatMap(root -> git(root, "remote", "get-url", "origin")
                                .map(remote -> new Clone(remote, KnownPlace.text(root.relativize(folder))))));
    }

    private static Optional<String> git(Path folder, String... arguments) {
        String[] command = new String[arguments.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = folder.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            // A line or two fit into the pipe, so it can end before it is read.
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
