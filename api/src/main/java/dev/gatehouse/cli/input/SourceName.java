package dev.gatehouse.cli.input;

import dev.gatehouse.catalog.SourceNames;
import dev.gatehouse.document.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The name of a source that nobody named: its git remote and the path in it; else the folder as it was named, in full
/// where that would depend on where one stands.
public final class SourceName {
    private static final long PATIENCE_SECONDS = 5;
    private static final Position NOWHERE = new Position(null, 0, 0, null);

    private SourceName() {}

    public static String of(Path directory, Path path) {
        Path resolved = directory.resolve(path).toAbsolutePath().normalize();
        Path folder = Files.isDirectory(resolved) ? resolved : resolved.getParent();
        if (folder == null) {
            return resolved.toString();
        }
        String prefix = git(folder, "rev-parse", "--show-prefix").orElse("");
        return git(folder, "remote", "get-url", "origin")
                .map(SourceName::withoutCredentials)
                .map(remote -> prefix.isEmpty() ? remote : remote + "//" + prefix.replaceAll("/$", ""))
                .or(() -> Optional.of(path.normalize().toString()))
                .filter(name -> SourceNames.mistake(name, NOWHERE).isEmpty())
                .orElse(resolved.toString());
    }

    private static String withoutCredentials(String remote) {
        return remote.replaceFirst("^([a-z+]+://)[^/@]*@", "$1");
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
