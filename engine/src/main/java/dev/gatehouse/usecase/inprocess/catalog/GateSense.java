package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Kind;
import dev.gatehouse.usecase.inprocess.Names;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds what gates say of environments that nobody declares, where one that somebody does has nearly that name: there
/// the gate's default holds instead. Others are left alone, since a gate serves many catalogs.
public final class GateSense {
    private GateSense() {}

    /// A warning for each such name.
    public static List<Diagnostic> unknownEnvironments(Snapshot snapshot, JudgeSet judges) {
        List<String> known = new ArrayList<>(Names.all(snapshot, Kind.ENVIRONMENT)
                .map(one -> one.ref().name())
                .toList());
        known.add(Gate.DEFAULT);
        List<Diagnostic> warnings = new ArrayList<>();
        for (Gate gate : judges.gates()) {
            Set<String> named = new TreeSet<>(gate.levels().keySet());
            named.addAll(gate.score().keySet());
            known.forEach(named::remove);
            named.forEach(name -> Nearest.to(name, known)
                    .ifPresent(near -> warnings.add(Diagnostic.warning(
                            Position.NOWHERE,
                            "the gate '" + gate.name() + "' has levels for the environment '" + name
                                    + "', which nobody declares, so they never count",
                            "did you mean '" + near + "'?"))));
        }
        return warnings;
    }
}
