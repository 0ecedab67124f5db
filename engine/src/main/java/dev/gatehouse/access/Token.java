package dev.gatehouse.access;

import dev.gatehouse.model.Ordered;
import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is kept of a token: never its secret.
///
/// @param name of whoever uses it; unique
/// @param expires from then on it is refused; null never
/// @param hash SHA-256 of the secret, as `sha256:<64 hex digits>`; enough for a secret of 256 random bits
public record Token(
        String name,
        Set<Actor.Role> roles,
        Instant created,
        @Nullable Instant expires,
        String hash) {
    public Token {
        roles = Ordered.copyOf(roles);
    }
}
