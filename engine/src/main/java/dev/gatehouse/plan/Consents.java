package dev.gatehouse.plan;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Word;
import dev.gatehouse.model.governance.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whose consent a step needs, and why, in words: of whom the step names, and of somebody with the role, who is anybody
/// but who asks. The owner of what a reason is about is named beside it, since they know.
final class Consents {
    private static final String ROLE = Word.of(Actor.Role.APPROVER);

    private final @Nullable EntityRef requester;
    private final Set<String> named = new TreeSet<>();
    private final Set<String> owned = new TreeSet<>();
    private final Set<String> reasons = new TreeSet<>();

    /// @param requester who asks; null when nobody said
    Consents(@Nullable EntityRef requester) {
        this.requester = requester;
    }

    /// That of whom the step names.
    void named(EntityRef approver) {
        named.add(name(approver) + ", as the step says");
    }

    /// That of somebody with the role, about one entity.
    void about(EntityRef subject, @Nullable EntityRef owner, String why) {
        owned.add(owner == null ? why : why + owners(List.of(owner), subject.shortName()));
    }

    /// That of somebody with the role, about all that the step touches.
    void any(String why) {
        reasons.add(why);
    }

    /// One for each consent.
    ///
    /// @param owners of what the step touches
    List<String> words(Collection<EntityRef> owners) {
        List<String> whys = new ArrayList<>(owned);
        if (!reasons.isEmpty()) {
            whys.add(String.join("; ", reasons) + owners(owners, "what it touches"));
        }
        List<String> all = new ArrayList<>(named);
        if (!whys.isEmpty()) {
            all.add(somebody() + ": " + String.join("; ", whys));
        }
        return List.copyOf(all);
    }

    private String somebody() {
        return requester == null
                ? "an " + ROLE
                : "an " + ROLE + " other than " + name(requester)
                        + (requester.kind() == Kind.USER ? ", who" : ", which") + " asks for it";
    }

    /// Who asks knows already.
    private String owners(Collection<EntityRef> owners, String what) {
        List<String> others = owners.stream()
                .filter(owner -> !owner.equals(requester))
                .map(Consents::name)
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        String verb = others.size() == 1 ? " owns " : " own ";
        String part = others.size() < owners.size() ? "some of " : "";
        return " (" + String.join(" and ", others) + verb + part + what + ")";
    }

    private static String name(EntityRef ref) {
        return ref.kind().word() + " " + ref.shortName();
    }
}
