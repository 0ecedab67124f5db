package dev.gatehouse.rules;

import dev.gatehouse.facts.Circle;
import dev.gatehouse.facts.Citable;
import dev.gatehouse.facts.Citation;
import dev.gatehouse.facts.Composition;
import dev.gatehouse.facts.CriticalPath;
import dev.gatehouse.facts.Edge;
import dev.gatehouse.facts.Elsewhere;
import dev.gatehouse.facts.Fact;
import dev.gatehouse.facts.Lowered;
import dev.gatehouse.facts.Measure;
import dev.gatehouse.facts.Path;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.graph.traversal.Composition.Term;
import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The evidence of one finding, in the parts that the finding shows.
///
/// @param path hops in the order in which the evidence brings them
/// @param about what the facts among the evidence are about: refs, with the word of a lowered safeguard behind, or
///     whether it is about what is another environment's own
/// @param members of the circles among the evidence
/// @param measure the first one, if any
public record Proof(
        List<Hop> path,
        List<String> about,
        List<EntityRef> members,
        @Nullable Measure measure,
        List<Citation> facts) {
    public Proof {
        path = List.copyOf(path);
        about = List.copyOf(about);
        members = List.copyOf(members);
        facts = List.copyOf(facts);
    }

    public static Proof of(Citable... evidence) {
        List<Hop> path = new ArrayList<>();
        List<String> about = new ArrayList<>();
        List<EntityRef> members = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        List<Citation> facts = new ArrayList<>();
        for (Citable each : evidence) {
            path.addAll(hops(each));
            switch (each) {
                case Measure measure -> measures.add(measure);
                case Citation citation -> facts.add(citation);
                case Circle circle -> members.addAll(circle.members());
                case Composition composition -> {
                    about.add(composition.ref().toString());
                    composition
                            .terms()
                            .forEach(term -> facts.add(
                                    Citation.of(term.component(), "availability objective", term.objective())));
                }
                case Lowered lowered -> {
                    about.add(lowered.ref() + " " + lowered.safeguard());
                    facts.add(Citation.of(lowered.ref(), lowered.safeguard() + Lowered.BEFORE, lowered.before()));
                    if (lowered.measure() != null) {
                        measures.add(lowered.measure());
                    }
                }
                case Elsewhere elsewhere -> {
                    about.add(elsewhere.ref() + (elsewhere.own() ? " own" : ""));
                    facts.add(Citation.of(elsewhere.ref(), "production" + Lowered.BEFORE, elsewhere.production()));
                }
                case Fact fact -> about.add(fact.ref().toString());
            }
        }
        return new Proof(path, about, members, measures.isEmpty() ? null : measures.getFirst(), facts);
    }

    private static List<Hop> hops(Citable evidence) {
        return switch (evidence) {
            case Edge edge -> List.of(edge.hop());
            case Circle circle -> circle.path();
            case Path found -> found.path();
            case CriticalPath critical -> critical.path();
            case Composition composition ->
                composition.terms().stream()
                        .min(Comparator.comparingDouble(Term::objective))
                        .map(Term::path)
                        .orElse(List.of());
            default -> List.of();
        };
    }

    /// What identifies a finding with this proof. Nodes are a circle's members where there is one. Where both ends are
    /// asked for and there is no path, what the facts are about stands in, without the subject.
    public List<String> key(Rule.Key key, EntityRef subject) {
        if (key == Rule.Key.ENDS && path.isEmpty()) {
            return about.stream()
                    .filter(one -> !one.equals(subject.toString()))
                    .distinct()
                    .sorted()
                    .toList();
        }
        boolean circle = key == Rule.Key.NODES && !members.isEmpty();
        return (circle ? members.stream().distinct().sorted() : key.of(path).stream())
                .map(EntityRef::toString)
                .toList();
    }
}
