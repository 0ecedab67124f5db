package dev.gatehouse.app;

import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.app.judges.KeptJudges;
import dev.gatehouse.app.judges.LiveJudges;
import dev.gatehouse.app.judges.OpaHere;
import dev.gatehouse.app.judges.Uses;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.cli.Console;
import dev.gatehouse.cli.ExitCode;
import dev.gatehouse.cli.input.Samples;
import dev.gatehouse.cli.output.DemoText;
import dev.gatehouse.document.Count;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.graph.neo4j.GraphServer;
import dev.gatehouse.graph.neo4j.Neo4jStore;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.plan.PlanRecord;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.EvaluatePlan;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.journal.JournalRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/// `demo`: a real graph, real rules and real policies on an invented company.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts Neo4j and OPA, loads the sample company, and decides its sample changes.")
final class DemoCommand implements Callable<Integer> {
    /// The day on which the sample's story is told.
    private static final Instant STORY = Instant.parse("2026-11-20T18:00:00Z");

    private static final String COMPANY = "wexmere";

    /// What a shell takes as one word.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-]+");

    private final ConfiguredBackends backends;
    private final Console console;

    DemoCommand(ConfiguredBackends backends, Console console) {
        this.backends = backends;
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = backends.settings();
        OpaHere opa = backends.opa(settings);
        Path data = settings.home().resolve("demo");
        console.progress("starting Neo4j on " + data);
        try (GraphServer server = GraphServer.start(OwnGraph.server(data));
                Uses uses = new Uses();
                KeptJudges past = new KeptJudges(opa, uses);
                LiveJudges judges = new LiveJudges(JudgeFolders.of(settings, opa, List.of()), uses, _ -> {});
                Neo4jStore store = prepared(server, judges)) {
            UseCases useCases = new Wiring(
                            (_, _, _) -> {},
                            store.graph(),
                            store.journal(),
                            new JournalRecords<>(store.journal(), store.blobs(), DecisionRecord.KIND),
                            new JournalRecords<>(store.journal(), store.blobs(), PlanRecord.KIND),
                            judges,
                            judges::loaded,
                            past,
                            InstantSource.system(),
                            List.of())
                    .useCases();
            run(useCases, settings.root());
        }
        return ExitCode.OK;
    }

    /// The judges are made while Neo4j comes up.
    private static Neo4jStore prepared(GraphServer server, LiveJudges judges) {
        judges.prepare();
        return server.open();
    }

    private void run(UseCases useCases, Path root) {
        Path company = root.resolve("samples").resolve(COMPANY);
        Samples samples = new Samples(company, DocumentReader::read);
        Actor actor = Actor.ADMINISTRATOR;
        console.progress("loading the company " + COMPANY);
        Import.Result imported = useCases.imports()
                .run(actor, new Import.Request(COMPANY, null, samples.architecture(), false, true, false));
        List<Samples.Sample> changes = samples.changes();
        console.progress("revision " + imported.revision() + "; compiling rules and policies, deciding "
                + Count.of(changes.size(), "change"));
        DemoText text = new DemoText(console.terminal(), console.out());
        text.begin();
        for (Samples.Sample change : changes) {
            text.change(useCases.assess().run(actor, request(change)));
        }
        for (Samples.Sample plan : samples.plans()) {
            console.progress("judging " + plan.document().name() + " in every order that its steps allow");
            text.plan(useCases.evaluatePlan()
                    .run(actor, new EvaluatePlan.Request(plan.document(), plan.artifacts(), STORY))
                    .evaluation());
        }
        text.end();
        text.next(
                called(root.resolve("gatehouse")),
                word(company),
                changes.getFirst().document().name(),
                STORY);
    }

    /// A program as it is called from here.
    private String called(Path program) {
        String word = word(program);
        return word.contains("/") ? word : "./" + word;
    }

    /// A path as a shell takes it, from here where it is below.
    private String word(Path path) {
        Path here = console.directory();
        String text = (path.startsWith(here) ? here.relativize(path) : path).toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static Assess.Request request(Samples.Sample change) {
        SourceFile document = change.document();
        return new Assess.Request(new Assess.Written(document, change.artifacts()), null, List.of(), STORY, false);
    }
}
