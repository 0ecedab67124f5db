package dev.gatehouse.graph;

import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;

/// The number of each reference, in an open-addressing table that is four times smaller than a hash map.
final class RefTable {
    private final EntityRef[] refs;
    private final int[] slots;

    RefTable(Declaration[] declarations) {
        this.refs = new EntityRef[declarations.length];
        this.slots = new int[Math.max(2, Integer.highestOneBit(declarations.length) * 4)];
        for (int number = 0; number < declarations.length; number++) {
            EntityRef ref = declarations[number].ref();
            int slot = slot(ref);
            if (slots[slot] != 0) {
                throw new IllegalArgumentException(ref + " is declared twice");
            }
            refs[number] = ref;
            slots[slot] = number + 1;
        }
    }

    /// The number of the reference, or -1.
    int of(EntityRef ref) {
        return slots[slot(ref)] - 1;
    }

    EntityRef ref(int number) {
        return refs[number];
    }

    private int slot(EntityRef ref) {
        int mask = slots.length - 1;
        int slot = (ref.hashCode() * 0x9E3779B9) >>> 7 & mask;
        while (slots[slot] != 0 && !refs[slots[slot] - 1].equals(ref)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
