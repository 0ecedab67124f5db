package dev.gatehouse.graph.question;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a node or an edge must be like: every condition holds. The empty pattern is met by all.
record Pattern(List<Condition> conditions) {
    static final Pattern ANY = new Pattern(List.of());

    Pattern {
        conditions = List.copyOf(conditions);
    }

    Truth matches(View view, int number) {
        Truth all = Truth.TRUE;
        for (Condition condition : conditions) {
            all = all.and(condition.holds(view, number));
            if (all == Truth.FALSE) {
                return all;
            }
        }
        return all;
    }

    /// Adds what must be known to say whether it matches; adds nothing where that is known already.
    void explain(View view, int number, Set<Unknown> unknown) {
        if (matches(view, number) == Truth.UNKNOWN) {
            conditions.stream()
                    .filter(condition -> condition.holds(view, number) == Truth.UNKNOWN)
                    .flatMap(condition -> condition.missing(view, number))
                    .forEach(unknown::add);
        }
    }

    /// One attribute, and what is demanded of it.
    record Condition(Attribute attribute, Demand demand) {
        Truth holds(View view, int number) {
            Object value = attribute.read(view, number);
            if (value != null) {
                return demand.holds(value, view);
            }
            return attribute.none() || demand instanceof Demand.Absent ? demand.holdsForNone() : Truth.UNKNOWN;
        }

        Stream<Unknown> missing(View view, int number) {
            if (attribute.read(view, number) == null) {
                return Stream.of(new Unknown(view.ref(number), attribute.name()));
            }
            return view.from() < 0
                    ? Stream.empty()
                    : startAttributes(demand)
                            .filter(needed -> needed.read(view, view.from()) == null)
                            .map(needed -> new Unknown(view.ref(view.from()), needed.name()));
        }

        private static Stream<Attribute> startAttributes(Demand demand) {
            return switch (demand) {
                case Demand.AnyOf(List<Operand> operands) -> operands.stream().flatMap(Condition::startAttribute);
                case Demand.Not(Demand inner) -> startAttributes(inner);
                case Demand.Bound(Operand operand, boolean _) -> startAttribute(operand);
                case Demand.Absent _ -> Stream.empty();
            };
        }

        private static Stream<Attribute> startAttribute(Operand operand) {
            return operand instanceof Operand.OfStart(Attribute attribute) ? Stream.of(attribute) : Stream.empty();
        }
    }
}
