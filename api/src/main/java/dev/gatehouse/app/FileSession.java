package dev.gatehouse.app;

import dev.gatehouse.app.judges.Attended;
import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.judges.KeptJudges;
import dev.gatehouse.app.judges.LiveJudges;
import dev.gatehouse.app.judges.Uses;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.Backends;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.graph.memory.MemoryGraph;
import dev.gatehouse.graph.memory.MemoryJournal;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.verdict.record.files.FileRecords;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Answers on files: the graph in memory, records in files. Whoever runs it may do everything on their own machine.
final class FileSession implements Backends.Session {
    private final Uses uses = new Uses();
    private final LiveJudges judges;
    private final KeptJudges past;
    private final FileRecords records;
    private final UseCases useCases;

    /// @param opa runs the policies that records hold
    FileSession(Settings settings, Supplier<OpaBinary> opa, JudgeFolders folders, InstantSource clock) {
        this.judges = new LiveJudges(folders, uses, broken -> {});
        this.past = new KeptJudges(opa, uses);
        this.records = new FileRecords(settings.decisions());
        this.useCases = new Attended(uses)
                .over(new Wiring(
                                (_, _, _) -> {},
                                new MemoryGraph(),
                                new MemoryJournal(),
                                records,
                                judges,
                                past,
                                clock,
                                settings.sources())
                        .useCases());
    }

    /// Takes these files as the architecture.
    ///
    /// @return what is worth knowing of them all the same
    List<Diagnostic> load(String source, List<SourceFile> catalog) {
        try {
            return useCases.imports()
                    .run(actor(), new Import.Request(source, null, catalog, false, false))
                    .notes();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Takes up a record from wherever it stands.
    void know(Path record) {
        records.open(record);
    }

    @Override
    public UseCases useCases() {
        return useCases;
    }

    @Override
    public Actor actor() {
        return Actor.ADMINISTRATOR;
    }

    @Override
    public Path recordFile(String decisionId) {
        return records.file(decisionId);
    }

    @Override
    public void close() {
        uses.close();
        past.close();
        judges.close();
    }
}
