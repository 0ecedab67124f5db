package dev.gatehouse.model.change;

import dev.gatehouse.model.EntityRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a change renames.
public final class Renames {
    private final Map<EntityRef, EntityRef> names = new HashMap<>();

    Renames(List<Operation> operations) {
        // What has a new name by now, with the one from before.
        Map<EntityRef, EntityRef> olds = new HashMap<>();
        Map<EntityRef, EntityRef> between = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.Rename(EntityRef entity, String to)) {
                EntityRef old = olds.remove(entity);
                if (old == null && names.containsKey(entity)) {
                    // Something new under a name that became free.
                    continue;
                }
                EntityRef renamed = new EntityRef(entity.kind(), entity.namespace(), to);
                if (old == null) {
                    old = entity;
                } else {
                    between.put(entity, old);
                }
                names.put(old, renamed);
                olds.put(renamed, old);
            }
        }
        between.forEach((name, old) -> names.putIfAbsent(name, names.get(old)));
    }

    /// What an entity is called after the change.
    ///
    /// @param name from before the change, or else between two of its operations
    public EntityRef after(EntityRef name) {
        return names.getOrDefault(name, name);
    }
}
