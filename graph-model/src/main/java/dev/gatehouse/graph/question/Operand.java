package dev.gatehouse.graph.question;

import org.jspecify.annotations.Nullable;

/// What a value is compared with.
sealed interface Operand {
    /// Comparable, or null where it is unknown.
    @Nullable
    Object value(View view);

    record Constant(Object constant) implements Operand {
        @Override
        public Object value(View view) {
            return constant;
        }
    }

    /// An attribute of the path's start: `$from.region`.
    record OfStart(Attribute attribute) implements Operand {
        @Override
        public @Nullable Object value(View view) {
            return view.from() < 0 ? null : attribute.read(view, view.from());
        }
    }
}
