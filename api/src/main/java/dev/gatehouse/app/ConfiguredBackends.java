package dev.gatehouse.app;

import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.judges.OpaHere;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.app.settings.SettingsReader;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.Backends;
import dev.gatehouse.cli.Console;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.KeptRecord;
import dev.gatehouse.verdict.record.files.FileRecords;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers as `gatehouse.yaml` and the environment say.
final class ConfiguredBackends implements Backends {
    private final Console console;
    private final Map<String, String> environment;

    ConfiguredBackends(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    Settings settings() {
        return SettingsReader.read(root(), console.directory(), environment);
    }

    /// Where the launcher says that Gatehouse stands.
    private Path root() {
        return Path.of(System.getProperty("gatehouse.root", console.directory().toString()));
    }

    /// The one that the launcher set up, else one on the path, else the one that the launcher built at another time.
    OpaHere opa(Settings settings) {
        String given = System.getProperty("gatehouse.opa", "");
        Path home = Path.of(System.getProperty("gatehouse.home", settings.home().toString()));
        return new OpaHere(() -> given.isEmpty()
                ? OpaBinary.find(environment.getOrDefault("PATH", ""), home)
                : OpaBinary.at(Path.of(given)));
    }

    @Override
    public Session onFiles(
            @Nullable String source,
            List<SourceFile> catalog,
            List<Path> foreignPolicies,
            @Nullable KeptRecord<?> record) {
        Settings settings = settings();
        OpaHere opa = opa(settings);
        FileSession session = session(settings, opa, JudgeFolders.of(settings, opa, resolved(foreignPolicies)));
        if (source != null) {
            session.load(source, catalog);
        }
        if (record != null) {
            session.know(record);
        }
        return session;
    }

    @Override
    public Session onRecords(@Nullable KeptRecord<?> record, List<Path> rules) {
        Settings settings = settings();
        OpaHere opa = opa(settings);
        JudgeFolders folders = JudgeFolders.of(settings, opa, List.of());
        FileSession session = session(settings, opa, rules.isEmpty() ? folders : folders.withRules(resolved(rules)));
        if (record != null) {
            session.know(record);
        }
        return session;
    }

    @Override
    public KeptRecord<?> record(Path file) {
        return FileRecords.read(file, List.of(DecisionRecord.KIND, PlanRecord.KIND));
    }

    private FileSession session(Settings settings, OpaHere opa, JudgeFolders folders) {
        return new FileSession(settings, opa, folders, InstantSource.system(), this::tell, console::progress);
    }

    private void tell(Diagnostic note) {
        console.err().println(note);
        console.err().flush();
    }

    private List<Path> resolved(List<Path> paths) {
        return paths.stream().map(console.directory()::resolve).toList();
    }

    @Override
    public Session onServer(@Nullable String url) {
        return ServerSession.open(settings(), url);
    }
}
