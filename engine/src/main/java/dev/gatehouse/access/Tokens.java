package dev.gatehouse.access;

import dev.gatehouse.model.governance.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tokens by which people, pipelines and agents say who they are.
public interface Tokens {
    /// Whose secret that is.
    ///
    /// @throws RefusedException when it is nobody's, or the token has expired; the message never holds the secret
    Actor authenticate(String secret, Instant now);

    /// Makes a token, and tells its secret this once.
    ///
    /// @param expires from then on it is refused; null never
    /// @throws dev.gatehouse.document.InvalidInputException when the name is taken or no name, or there is no role
    Issued create(String name, Set<Actor.Role> roles, Instant now, @Nullable Instant expires);

    /// All there are, by name.
    List<Token> list();

    /// Ends a token.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when there is none of that name
    void revoke(String name);

    /// A new token and its secret, which nobody keeps.
    record Issued(Token token, String secret) {
        /// Without the secret.
        @Override
        public String toString() {
            return "Issued[" + token.name() + "]";
        }
    }
}
