package dev.gatehouse.rules.drools;

import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.rules.RuleSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieBaseModel;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.internal.builder.InternalKieBuilder;
import org.kie.internal.conf.ConsequenceExceptionHandlerOption;

/// A rule set compiled once to the executable model, from which a rule base is made for each kind of subject, and for
/// a rule alone when it must be heard alone.
final class Compiled {
    private static final ReentrantLock BUILDING = new ReentrantLock();
    private static final AtomicLong BUILDS = new AtomicLong();

    private final KieContainer container;
    private final KieBaseConfiguration configuration;
    private final Map<SubjectKind, KieSessionsPool> kinds = new EnumMap<>(SubjectKind.class);
    private final Map<String, KieBase> alone = new ConcurrentHashMap<>();

    private Compiled(KieContainer container, KieBaseConfiguration configuration, RuleSet rules) {
        this.container = container;
        this.configuration = configuration;
        rules.definitions().stream()
                .map(definition -> definition.rule().subject())
                .distinct()
                .forEach(kind -> kinds.put(
                        kind, container.newKieBase(kind.word(), configuration).newKieSessionsPool(2)));
    }

    /// The set compiled; it must have passed [Lint].
    static Compiled of(RuleSet rules) {
        BUILDING.lock();
        try {
            return build(KieServices.get(), rules);
        } finally {
            BUILDING.unlock();
        }
    }

    /// What the compiler has against these texts.
    static List<Message> errors(List<Text> texts) {
        BUILDING.lock();
        try {
            KieServices kie = KieServices.get();
            ReleaseId id = release(kie);
            List<Message> errors = builder(kie, id, texts).getResults().getMessages(Message.Level.ERROR);
            kie.getRepository().removeKieModule(id);
            return errors;
        } finally {
            BUILDING.unlock();
        }
    }

    private static Compiled build(KieServices kie, RuleSet rules) {
        ReleaseId id = release(kie);
        List<Text> texts = rules.definitions().stream()
                .map(definition ->
                        new Text(definition.packageName(), definition.source().drl()))
                .toList();
        KieBuilder builder = builder(kie, id, texts);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException("The rules do not compile");
        }
        addBases(((InternalKieModule) builder.getKieModule()).getKieModuleModel(), rules);
        KieContainer container = kie.newKieContainer(id, Compiled.class.getClassLoader());
        kie.getRepository().removeKieModule(id);
        KieBaseConfiguration configuration = kie.newKieBaseConfiguration();
        configuration.setOption(ConsequenceExceptionHandlerOption.get(Failure.Handler.class));
        return new Compiled(container, configuration, rules);
    }

    private static ReleaseId release(KieServices kie) {
        return kie.newReleaseId("dev.gatehouse", "rules", "1." + BUILDS.incrementAndGet());
    }

    private static KieBuilder builder(KieServices kie, ReleaseId id, List<Text> texts) {
        KieModuleModel module = kie.newKieModuleModel();
        module.newKieBaseModel("all").setDefault(true).addPackage("*");
        KieFileSystem files = kie.newKieFileSystem().generateAndWritePomXML(id);
        texts.forEach(text ->
                files.write("src/main/resources/" + text.packageName().replace('.', '/') + "/rule.drl", text.drl()));
        KieBuilder builder = kie.newKieBuilder(files, Compiled.class.getClassLoader());
        return ((InternalKieBuilder) builder).withKModuleModel(module).buildAll(ExecutableModelProject.class);
    }

    /// Added after the build: each base that stands there before is compiled by itself.
    private static void addBases(KieModuleModel module, RuleSet rules) {
        for (RuleSet.Definition definition : rules.definitions()) {
            String kind = definition.rule().subject().word();
            KieBaseModel base = module.getKieBaseModels().get(kind);
            (base == null ? module.newKieBaseModel(kind) : base).addPackage(definition.packageName());
            module.newKieBaseModel(aloneName(definition.rule().id())).addPackage(definition.packageName());
        }
    }

    /// A session with all rules about that kind; disposing of it hands it back.
    KieSession session(SubjectKind kind) {
        KieSessionsPool pool = kinds.get(kind);
        if (pool == null) {
            throw new IllegalArgumentException("No rule is about a " + kind.word());
        }
        return pool.newKieSession();
    }

    /// A session with that rule only.
    KieSession session(String ruleId) {
        return alone.computeIfAbsent(ruleId, id -> container.newKieBase(aloneName(id), configuration))
                .newKieSession();
    }

    private static String aloneName(String ruleId) {
        return "rule:" + ruleId;
    }

    /// The text of a rule file and the package that it declares.
    record Text(String packageName, String drl) {}
}
