package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.Relation;
import dev.gatehouse.model.component.Deployment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An architecture as it was at one moment. Immutable and safe to share.
///
/// Entities are numbered from 0 to [#size] - 1, so that traversals run on arrays; a number is good for this snapshot
/// and for those laid over it ([#with]), where further entities follow behind and removed ones leave a hole.
public sealed interface Snapshot permits BaseSnapshot, Overlay {
    /// An architecture without anything.
    static Snapshot empty() {
        return BaseSnapshot.EMPTY;
    }

    /// The architecture that these declarations make; each reference occurs once.
    static Snapshot of(Collection<Declaration> declarations, Map<String, Reading> readings) {
        return BaseSnapshot.of(declarations, readings);
    }

    /// One more than the largest entity number.
    int size();

    /// The entity's number, or -1.
    int indexOf(EntityRef ref);

    /// The declaration with that number, or null where an overlay removed it.
    @Nullable
    Declaration at(int index);

    /// Orders two entities by number as their references are ordered.
    int compare(int left, int right);

    /// Calls back with the number of each entity that the entity refers to by that relation, in no set order.
    void forEachTarget(int index, Relation relation, IntConsumer action);

    /// Calls back with the number of each entity that refers to the entity by that relation, in no set order.
    void forEachSource(int index, Relation relation, IntConsumer action);

    /// The edges of that kind.
    Edges edges(EdgeKind kind);

    /// What the dependency with that number means for the one who needs.
    ///
    /// @throws IllegalArgumentException when the number is not that of a dependency
    Need need(int dependency);

    /// Whether the one who needs waits for an answer: somebody declared the dependency, and its protocol is not an
    /// asynchronous one. An unknown protocol is waited for.
    ///
    /// @throws IllegalArgumentException when the number is not that of a dependency
    boolean isWaitedFor(int dependency);

    /// Whether a failure of the one who is waited for makes the one who waits fail, as far as anybody said: it is
    /// needed hard, or in an unknown way, with neither alternative nor fallback.
    ///
    /// @throws IllegalArgumentException when the number is not that of a dependency
    boolean failsWith(int dependency);

    /// How often the one who needs tries again after the first attempt; -1 is unknown.
    ///
    /// @throws IllegalArgumentException when the number is not that of a dependency
    int retries(int dependency);

    /// When each source was last read.
    Map<String, Reading> readings();

    /// This architecture with the difference laid over it; costs what the difference weighs, not the graph.
    default Snapshot with(Delta delta) {
        return delta.isEmpty() ? this : Overlay.of(this, delta, readings());
    }

    /// The architecture of the next revision: this one with the difference, and with the sources read for it. On
    /// a large graph a few small differences stay laid over it, each costing what it weighs; then all of it is put
    /// into arrays of its own, which costs what the graph weighs.
    default Snapshot next(Delta delta, Collection<Reading> newReadings) {
        Map<String, Reading> allReadings = new HashMap<>(readings());
        newReadings.forEach(reading -> allReadings.put(reading.source(), reading));
        return Overlay.isSmall(this, delta) ? Overlay.of(this, delta, allReadings) : anew(delta, allReadings);
    }

    private Snapshot anew(Delta delta, Map<String, Reading> allReadings) {
        List<Declaration> declarations = new ArrayList<>(size() + delta.puts().size());
        for (int i = 0; i < size(); i++) {
            Declaration declaration = at(i);
            if (declaration != null
                    && !delta.puts().containsKey(declaration.ref())
                    && !delta.removes().contains(declaration.ref())) {
                declarations.add(declaration);
            }
        }
        declarations.addAll(delta.puts().values());
        return of(declarations, allReadings);
    }

    /// The declaration of that name, or null.
    default @Nullable Declaration find(EntityRef ref) {
        int index = indexOf(ref);
        return index < 0 ? null : at(index);
    }

    /// The declaration of what is deployed of a component in an environment, the first by name; null where nothing is.
    default @Nullable Declaration deployment(int component, EntityRef environment) {
        @Nullable Declaration[] found = {null};
        forEachSource(component, Relation.DEPLOYMENT_OF, source -> {
            Declaration other = at(source);
            if (other != null
                    && other.entity() instanceof Deployment deployment
                    && deployment.environment().equals(environment)
                    && (found[0] == null || other.ref().compareTo(found[0].ref()) < 0)) {
                found[0] = other;
            }
        });
        return found[0];
    }

    /// The numbers of all entities of a kind, ascending.
    IntStream all(Kind kind);
}
