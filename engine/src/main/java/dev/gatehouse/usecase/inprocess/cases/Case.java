package dev.gatehouse.usecase.inprocess.cases;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A small architecture, mostly with a change, and what one rule says of it.
///
/// @param file where it stands
/// @param name one sentence
/// @param environment that it is judged in, where there is no change
/// @param change null where the architecture is judged as it stands
/// @param beside other changes that are in flight
/// @param score bounds of the score that the rule gives; null where it gives none
/// @param inconclusive subjects for which the rule has to know something that is not known
public record Case(
        String file,
        String name,
        List<Declaration> given,
        EntityRef environment,
        Instant at,
        @Nullable Change change,
        List<Change> beside,
        List<Expectation> expect,
        @Nullable Bounds score,
        Set<EntityRef> inconclusive) {
    public Case {
        given = List.copyOf(given);
        beside = List.copyOf(beside);
        expect = List.copyOf(expect);
        inconclusive = Set.copyOf(inconclusive);
    }

    /// Whether the rule is expected to say anything against it.
    public boolean finds() {
        return !expect.isEmpty() || (score != null && score.atLeast().signum() > 0);
    }

    /// Both ends included.
    public record Bounds(BigDecimal atLeast, BigDecimal atMost) {
        boolean contain(BigDecimal value) {
            return value.compareTo(atLeast) >= 0 && value.compareTo(atMost) <= 0;
        }

        @Override
        public String toString() {
            return "a score from " + atLeast.toPlainString() + " to " + atMost.toPlainString();
        }
    }
}
