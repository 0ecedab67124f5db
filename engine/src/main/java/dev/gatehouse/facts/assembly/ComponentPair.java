package dev.gatehouse.facts.assembly;

import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.facts.sheet.SubjectKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sheets of a component that stands before and after a change, drawn as far as somebody looks at them: the
/// closures only where a rule is asked that needs them.
final class ComponentPair {
    private final ComponentSheet before;
    private final ComponentSheet after;
    private final Set<PartName> mayDiffer;
    private final RuleInterests interests;

    /// @param mayDiffer every part that is another after the change is among these
    ComponentPair(ComponentSheet before, ComponentSheet after, Set<PartName> mayDiffer, RuleInterests interests) {
        this.before = before;
        this.after = after;
        this.mayDiffer = mayDiffer;
        this.interests = interests;
    }

    /// The sheets, or null where nothing differs but what is drawn from far, and that does not either.
    ///
    /// @param named whether the change names or alters the component
    @Nullable
    SheetPair draw(boolean named) {
        Set<PartName> different = different();
        if (different.isEmpty() && ComponentSheet.CLOSURES.containsAll(mayDiffer)) {
            return null;
        }
        Set<PartName> shown = shown(different, named);
        for (PartName name : shown) {
            if (!different.contains(name)) {
                after.take(name, before.part(name));
            }
        }
        return new SheetPair(before.sheet(shown), after.sheet(shown));
    }

    private Set<PartName> different() {
        Set<PartName> different = EnumSet.noneOf(PartName.class);
        for (PartName name : ComponentSheet.parts(interests)) {
            if (mayDiffer.contains(name) && !before.part(name).equals(after.part(name))) {
                different.add(name);
            }
        }
        return different;
    }

    private Set<PartName> shown(Set<PartName> different, boolean named) {
        Set<PartName> shown = ComponentSheet.parts(interests);
        Set<PartName> unasked = EnumSet.copyOf(ComponentSheet.CLOSURES);
        for (RuleInterests.Interest interest : interests.of(SubjectKind.COMPONENT)) {
            if (interest.isAsked(named, different::contains)) {
                unasked.removeAll(interest.parts());
            }
        }
        shown.removeAll(unasked);
        return shown;
    }
}
