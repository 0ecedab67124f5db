package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.Circle;
import dev.gatehouse.facts.Composition;
import dev.gatehouse.facts.CriticalPath;
import dev.gatehouse.facts.Edge;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Path;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.Said;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Gathers the parts of a sheet that some rule looks at, and where their facts were declared.
final class SheetBuilder {
    private final EnvironmentView view;
    private final EntityRef subject;
    private final SubjectKind kind;
    private final RuleInterests interests;
    private final Map<PartName, Part> parts = new EnumMap<>(PartName.class);
    private final Map<EntityRef, Origin> origins = new HashMap<>();

    SheetBuilder(EnvironmentView view, EntityRef subject, SubjectKind kind, RuleInterests interests) {
        this.view = view;
        this.subject = subject;
        this.kind = kind;
        this.interests = interests;
        source(subject);
    }

    /// A part that the subject's own source would have declared.
    void part(PartName name, Supplier<List<? extends Fact>> facts) {
        add(name, facts, view.isComplete(subject));
    }

    /// The same, whether a rule looks at it or not.
    void always(PartName name, List<? extends Fact> facts) {
        put(name, view.part(facts, view.isComplete(subject)));
    }

    /// A part that any source could have declared.
    void partFromAnywhere(PartName name, Supplier<List<? extends Fact>> facts) {
        add(name, facts, view.allComplete());
    }

    /// A part about how things were before: they were declared there, or are new.
    ///
    /// @param complete whether there is nothing more that should have been declared
    void part(PartName name, EnvironmentView before, boolean complete, Supplier<List<? extends Fact>> facts) {
        if (interests.include(kind, name)) {
            Part part = before.part(facts.get(), complete);
            stood(before, part.facts().stream().map(Fact::ref).toList());
            put(name, part);
        }
    }

    /// Says of these where they were declared before, and what said their attributes before and after.
    void stood(EnvironmentView before, Collection<EntityRef> refs) {
        for (EntityRef ref : refs) {
            Origin old = before.origin(ref);
            Origin now = view.origin(ref);
            if (old != null) {
                List<Said> all = new ArrayList<>((now == null ? old : now).said());
                old.said().forEach(said -> all.add(said.before()));
                origins.putIfAbsent(ref, new Origin(old.declared(), List.copyOf(all)));
            }
        }
    }

    private void add(PartName name, Supplier<List<? extends Fact>> facts, boolean ownComplete) {
        if (interests.include(kind, name)) {
            put(name, view.part(facts.get(), ownComplete));
        }
    }

    /// A part that is drawn already.
    void put(PartName name, Part part) {
        parts.put(name, part);
        for (Fact fact : part.facts()) {
            source(fact.ref());
            hops(fact).forEach(this::source);
        }
    }

    /// Everything on the paths of a fact: findings cite values of these too.
    private static List<Hop> hops(Fact fact) {
        return switch (fact) {
            case Edge edge -> List.of(edge.hop());
            case Composition composition ->
                composition.terms().stream()
                        .flatMap(term -> term.path().stream())
                        .toList();
            case CriticalPath worst -> worst.path();
            case Path path -> path.path();
            case Circle circle -> circle.path();
            default -> List.of();
        };
    }

    private void source(Hop hop) {
        source(hop.from());
        source(hop.edge());
        source(hop.to());
    }

    private void source(EntityRef ref) {
        origins.computeIfAbsent(ref, view::origin);
    }

    FactSheet build() {
        Map<EntityRef, Provenance> sources = new TreeMap<>();
        Map<EntityRef, List<Said>> said = new TreeMap<>();
        origins.forEach((ref, origin) -> {
            sources.put(ref, origin.declared());
            if (!origin.said().isEmpty()) {
                said.put(ref, origin.said());
            }
        });
        return new FactSheet(subject, view.environment(), parts, sources, said, null);
    }
}
