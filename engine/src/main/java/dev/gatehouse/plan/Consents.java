package dev.gatehouse.plan;

import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whose consent a step needs, and why, in words. Whoever has the role may give it but who asks; the owner of what it
/// is about is named, since they know.
final class Consents {
    private static final String ROLE = Actor.Role.APPROVER.name().toLowerCase(Locale.ROOT);

    private final String somebody;
    private final Set<String> words = new TreeSet<>();
    private final Set<String> reasons = new TreeSet<>();

    /// @param requester who asks; null when nobody said
    Consents(@Nullable EntityRef requester) {
        this.somebody = "somebody with the role " + ROLE + (requester == null ? "" : " other than " + name(requester));
    }

    /// That of somebody in particular.
    void named(EntityRef approver, String why) {
        words.add(name(approver) + ": " + why);
    }

    /// That of somebody with the role, about one entity.
    void about(EntityRef subject, @Nullable EntityRef owner, String why) {
        if (owner == null) {
            reasons.add(why);
        } else {
            words.add(somebody + ", for " + name(owner) + " which owns " + subject.shortName() + ": " + why);
        }
    }

    /// That of somebody with the role, about all that the step touches.
    void any(String why) {
        reasons.add(why);
    }

    /// @param owners of what the step touches
    List<String> words(Collection<EntityRef> owners) {
        String whose = owners.isEmpty()
                ? somebody
                : somebody + ", for " + owners.stream().map(Consents::name).collect(Collectors.joining(" and "))
                        + (owners.size() == 1 ? " which owns" : " which own") + " what it touches";
        List<String> all = new ArrayList<>(words);
        reasons.forEach(why -> all.add(whose + ": " + why));
        return List.copyOf(all);
    }

    private static String name(EntityRef ref) {
        return ref.kind().word() + " " + ref.shortName();
    }
}
