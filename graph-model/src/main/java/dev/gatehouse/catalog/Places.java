package dev.gatehouse.catalog;

import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Position;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Provenance;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where the parts of what a source declares stand in its files. These are read once more when first asked
/// for: the places of a large source take many times the memory of what it declares, and only mistakes need
/// them.
public final class Places {
    /// No more than the lines that declarations tell themselves.
    public static final Places LINES = new Places(List::of);

    private final Supplier<List<Placed<Declaration>>> reading;
    private @Nullable Map<EntityRef, Function<String, Position>> known;

    Places(Supplier<List<Placed<Declaration>>> reading) {
        this.reading = reading;
    }

    /// The place of what an entity refers to.
    public Position of(Declaration declaration, Entity.Reference reference) {
        return of(
                declaration,
                "/spec/" + reference.relation().attribute(declaration.ref().kind()));
    }

    /// The place of a part of a declaration; of what is declared nowhere by itself, such as a flow that a
    /// dependency stands for, the line of what declares it.
    ///
    /// @param pointer into its document as Gatehouse's own form has it: `/spec/owner`
    public Position of(Declaration declaration, String pointer) {
        Function<String, Position> at = known().get(declaration.ref());
        Provenance provenance = declaration.provenance();
        return at == null ? new Position(provenance.file(), provenance.line(), 0, null) : at.apply(pointer);
    }

    private synchronized Map<EntityRef, Function<String, Position>> known() {
        if (known == null) {
            known = reading.get().stream()
                    .collect(Collectors.toMap(each -> each.value().ref(), Placed::at, (first, _) -> first));
        }
        return known;
    }
}
