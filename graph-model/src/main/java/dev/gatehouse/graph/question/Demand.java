package dev.gatehouse.graph.question;

import java.util.List;

/// What a question demands of one value.
sealed interface Demand {
    /// @param value comparable, never null, or a collection
    Truth holds(Object value, View view);

    /// What holds where there is certainly no value.
    Truth holdsForNone();

    /// Equal to one of these; for a collection: one of its values is.
    record AnyOf(List<Operand> operands) implements Demand {
        public AnyOf {
            operands = List.copyOf(operands);
        }

        @Override
        public Truth holds(Object value, View view) {
            Truth found = Truth.FALSE;
            for (Operand operand : operands) {
                Object wanted = operand.value(view);
                found = found.or(wanted == null ? Truth.UNKNOWN : Truth.of(meet(value, wanted)));
            }
            return found;
        }

        private static boolean meet(Object value, Object wanted) {
            return Attribute.each(value).stream()
                    .anyMatch(left -> Attribute.each(wanted).stream().anyMatch(right -> Attribute.same(left, right)));
        }

        @Override
        public Truth holdsForNone() {
            return Truth.FALSE;
        }
    }

    record Not(Demand demand) implements Demand {
        @Override
        public Truth holds(Object value, View view) {
            return demand.holds(value, view).not();
        }

        @Override
        public Truth holdsForNone() {
            return demand.holdsForNone().not();
        }
    }

    /// At least, or at most, the operand.
    record Bound(Operand operand, boolean atLeast) implements Demand {
        @Override
        public Truth holds(Object value, View view) {
            Object limit = operand.value(view);
            if (limit == null) {
                return Truth.UNKNOWN;
            }
            int order = Attribute.compare(value, limit);
            return Truth.of(atLeast ? order >= 0 : order <= 0);
        }

        @Override
        public Truth holdsForNone() {
            return Truth.FALSE;
        }
    }

    /// Whether nobody stated a value. Always known.
    record Absent(boolean absent) implements Demand {
        @Override
        public Truth holds(Object value, View view) {
            return Truth.of(Attribute.each(value).isEmpty() == absent);
        }

        @Override
        public Truth holdsForNone() {
            return Truth.of(absent);
        }
    }
}
