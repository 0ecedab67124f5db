package dev.gatehouse.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a launcher as a user would, with an environment that the test names whole. It keeps no cache of classes, so
/// nothing goes on in the background.
///
/// @param file what is called
/// @param folder where it is called from
record Launcher(Path file, Path folder, Map<String, String> environment) {
    /// A state folder that cannot be made.
    private static final String NO_HOME = "/dev/null/none";

    /// What it said and how it ended.
    record Outcome(int exit, String out, String err) {}

    /// On this machine, with the JDK that runs the tests.
    static Launcher of(Path file, Path folder) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GATEHOUSE_HOME", NO_HOME);
        environment.put("GATEHOUSE_JAVA_HOME", System.getProperty("java.home"));
        return new Launcher(file, folder, environment);
    }

    Launcher with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new Launcher(file, folder, changed);
    }

    Launcher without(String... variables) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.keySet().removeAll(List.of(variables));
        return new Launcher(file, folder, changed);
    }

    Outcome run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end; it said: " + Files.readString(err));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
