package dev.gatehouse.policies.opa.program;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The `opa` program.
///
/// @param path absolute
/// @param version `1.22.0`
public record OpaBinary(Path path, String version) {
    /// The oldest version that will do.
    public static final String OLDEST = "1.22.0";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern VERSION =
            Pattern.compile("^Version: v?(\\d+)\\.(\\d+)\\.(\\d+)\\S*$", Pattern.MULTILINE);

    /// The first that is new enough: `opa` in a folder of the search path, else `tools/opa` in Gatehouse's home.
    ///
    /// @param searchPath folders, as in the environment variable `PATH`
    /// @throws OpaMissingException when there is none
    public static OpaBinary find(String searchPath, Path home) {
        Stream<Path> folders = Arrays.stream(searchPath.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        List<Path> candidates = Stream.concat(folders, Stream.of(home.resolve("tools")))
                .map(folder -> folder.resolve("opa").toAbsolutePath())
                .filter(Files::isExecutable)
                .toList();
        List<String> tooOld = new ArrayList<>();
        for (Path candidate : candidates) {
            String version = version(candidate).orElse("unknown");
            if (isNewEnough(version)) {
                return new OpaBinary(candidate, version);
            }
            tooOld.add(candidate + " is version " + version);
        }
        String seen = tooOld.isEmpty() ? "" : " (" + String.join(", ", tooOld) + ")";
        throw new OpaMissingException("There is no OPA of at least version " + OLDEST + " on the PATH or in "
                + home.resolve("tools") + seen + "; build it with: sh policies/tool/build.sh " + home.resolve("tools")
                + " (needs Go), or install it from https://www.openpolicyagent.org");
    }

    /// The one at that path.
    ///
    /// @throws OpaMissingException when it is none, or too old
    public static OpaBinary at(Path path) {
        String version = version(path).orElse("unknown");
        if (!isNewEnough(version)) {
            throw new OpaMissingException(path + " is OPA of version " + version + ", at least " + OLDEST
                    + " is needed; build it with: sh policies/tool/build.sh FOLDER (needs Go)");
        }
        return new OpaBinary(path.toAbsolutePath(), version);
    }

    private static Optional<String> version(Path candidate) {
        try {
            Matcher line = VERSION.matcher(new OpaBinary(candidate, "")
                    .run(Path.of("."), "", "version")
                    .out());
            return line.find()
                    ? Optional.of(line.group(1) + "." + line.group(2) + "." + line.group(3))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean isNewEnough(String version) {
        return version.matches("\\d+\\.\\d+\\.\\d+") && Arrays.compare(numbers(version), numbers(OLDEST)) >= 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /// Runs it once in a folder, at most two minutes.
    ///
    /// @throws UncheckedIOException when it cannot be run or does not end
    public Output run(Path folder, String stdin, String... arguments) {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).directory(folder.toFile()).start();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            try (OutputStream in = process.getOutputStream()) {
                in.write(stdin.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("did not end within " + PATIENCE.toSeconds() + " s");
            }
            return new Output(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " " + String.join(" ", arguments) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while waiting for " + path, e));
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a run left behind.
    public record Output(int exit, String out, String err) {}
}
