package dev.gatehouse.client;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;

/// References as people write them.
final class Refs {
    private Refs() {}

    static EntityRef component(String text) {
        try {
            return EntityRef.parse(text, Kind.COMPONENT);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), "write kind:namespace/name");
        }
    }
}
