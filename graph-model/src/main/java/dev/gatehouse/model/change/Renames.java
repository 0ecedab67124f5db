package dev.gatehouse.model.change;

import dev.gatehouse.model.EntityRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a change renames.
public final class Renames {
    /// By the names from before the change.
    private final Map<EntityRef, EntityRef> names = new HashMap<>();

    Renames(List<Operation> operations) {
        Map<EntityRef, EntityRef> before = new HashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.Rename(EntityRef entity, String to)) {
                EntityRef old = before.remove(entity);
                if (old == null && names.containsKey(entity)) {
                    // Something new under a name that became free.
                    continue;
                }
                EntityRef renamed = new EntityRef(entity.kind(), entity.namespace(), to);
                names.put(old == null ? entity : old, renamed);
                before.put(renamed, old == null ? entity : old);
            }
        }
    }

    /// What an entity from before is called after.
    public EntityRef after(EntityRef old) {
        return names.getOrDefault(old, old);
    }
}
