package dev.gatehouse.facts.sheet;

import dev.gatehouse.model.EntityRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A subject's sheet before and after a change.
///
/// @param before null where the change adds the subject
/// @param after null where the change removes it
public record SheetPair(
        @Nullable FactSheet before, @Nullable FactSheet after) {
    public SheetPair {
        if (before == null && after == null) {
            throw new IllegalArgumentException("A subject is there before or after");
        }
    }

    public EntityRef subject() {
        return Objects.requireNonNull(after != null ? after : before).subject();
    }

    public SubjectKind kind() {
        return Objects.requireNonNull(after != null ? after : before).kind();
    }

    /// True when a judge sees no difference.
    public boolean judgesAlike() {
        return before != null && after != null && before.judgesLike(after);
    }

    /// True when that part differs, or stands on one of the sheets only.
    public boolean differsIn(PartName part) {
        return !Objects.equals(part(before, part), part(after, part));
    }

    private static @Nullable Part part(@Nullable FactSheet sheet, PartName name) {
        return sheet == null ? null : sheet.parts().get(name);
    }
}
