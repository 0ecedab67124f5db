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
import dev.gatehouse.findings.Judge;
import dev.gatehouse.graph.Graph;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.graph.memory.MemoryGraph;
import dev.gatehouse.graph.memory.MemoryJournal;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.usecase.inprocess.catalog.GateSense;
import dev.gatehouse.usecase.inprocess.catalog.WaiverSense;
import dev.gatehouse.verdict.JudgeSet;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.KeptRecord;
import dev.gatehouse.verdict.record.files.FileRecords;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers on files: the graph in memory, records in files. Whoever runs it may do everything on their own machine.
final class FileSession implements Backends.Session {
    private final Uses uses = new Uses();
    private final LiveJudges judges;
    private final KeptJudges past;
    private final FileRecords<DecisionRecord> decisions;
    private final FileRecords<PlanRecord> evaluations;
    private final Graph graph = new MemoryGraph();
    private final Consumer<Diagnostic> notes;
    private final Consumer<String> progress;
    private final UseCases useCases;
    private boolean judging;
    private boolean restoring;

    /// @param opa runs the policies that records hold
    /// @param notes told what is worth knowing of the files all the same
    /// @param progress told what takes its time
    FileSession(
            Settings settings,
            Supplier<OpaBinary> opa,
            JudgeFolders folders,
            InstantSource clock,
            Consumer<Diagnostic> notes,
            Consumer<String> progress) {
        this.judges = new LiveJudges(folders, uses, broken -> {});
        this.past = new KeptJudges(opa, uses);
        this.decisions = new FileRecords<>(settings.decisions(), DecisionRecord.KIND);
        this.evaluations = new FileRecords<>(settings.decisions(), PlanRecord.KIND);
        this.notes = notes;
        this.progress = progress;
        this.useCases = new Attended(uses)
                .over(new Wiring(
                                (_, _, _) -> {},
                                graph,
                                new MemoryJournal(),
                                decisions,
                                evaluations,
                                this::judges,
                                judges::loaded,
                                this::restored,
                                clock,
                                settings.sources())
                        .useCases());
    }

    /// The judges in force. Not every command asks for them, so the files are held against them only here.
    private synchronized JudgeSet judges() {
        boolean first = !judging;
        judging = true;
        if (first) {
            progress.accept("compiling rules and policies");
        }
        JudgeSet set = judges.get();
        if (first) {
            Snapshot snapshot = graph.head().snapshot();
            WaiverSense.unknownRules(snapshot, set).forEach(notes);
            GateSense.unknownEnvironments(snapshot, set).forEach(notes);
        }
        return set;
    }

    /// A judge of a record's own rules or policies.
    private synchronized Judge restored(String set, Map<String, String> texts) {
        if (!restoring) {
            restoring = true;
            progress.accept("compiling the rules and policies of the record");
        }
        return past.load(set, texts);
    }

    /// Takes these files as the architecture.
    void load(String source, List<SourceFile> catalog) {
        try {
            useCases.imports()
                    .run(actor(), new Import.Request(source, null, catalog, false, false, false))
                    .notes()
                    .forEach(notes);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Takes up a record from wherever it stood.
    void know(KeptRecord<?> kept) {
        switch (kept.record()) {
            case DecisionRecord record -> decisions.know(new KeptRecord<>(record, kept.contents()));
            case PlanRecord record -> evaluations.know(new KeptRecord<>(record, kept.contents()));
            default ->
                throw new IllegalArgumentException(
                        "Nobody looks up records such as " + kept.record().getClass());
        }
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
    public Path recordFile(String id) {
        return decisions.file(id);
    }

    @Override
    public void close() {
        uses.close();
        past.close();
        judges.close();
    }
}
