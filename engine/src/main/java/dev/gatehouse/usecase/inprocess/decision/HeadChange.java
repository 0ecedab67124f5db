package dev.gatehouse.usecase.inprocess.decision;

import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.References;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.change.Operation;
import dev.gatehouse.usecase.Assess;
import dev.gatehouse.usecase.inprocess.catalog.SourceDifference;
import java.util.ArrayList;
import java.util.List;

/// A change made out of the difference between what a source declares and what it is to declare.
public final class HeadChange {
    private static final int NAME_LENGTH = 12;

    private HeadChange() {}

    /// What an import would change.
    ///
    /// @param sources in the order in which they are believed where they disagree
    public static Change change(
            Snapshot before, Assess.Head head, CatalogReading reading, EntityRef environment, List<String> sources) {
        Delta delta = SourceDifference.compare(before, head.source(), reading, sources)
                .delta();
        List<Operation> operations = new ArrayList<>();
        delta.removes().forEach(ref -> operations.add(new Operation.Remove(ref)));
        SourceDifference.altered(before, delta)
                .forEach(declaration -> operations.add(new Operation.Declare(declaration)));
        String name = "head-" + Json.digest(operations).brief(NAME_LENGTH);
        return new Change(
                EntityRef.of(Kind.CHANGE, name),
                "What " + head.source() + " is to become",
                environment,
                head.requestedBy() == null ? null : References.read(head.requestedBy(), Kind.GROUP),
                null,
                null,
                operations,
                List.of());
    }
}
