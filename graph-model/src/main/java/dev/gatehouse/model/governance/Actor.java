package dev.gatehouse.model.governance;

import dev.gatehouse.model.Ordered;
import java.util.Set;

/// Who asks.
///
/// @param name of the person, pipeline or agent, as its token says
public record Actor(String name, Set<Role> roles) {
    /// Whoever runs Gatehouse on their own machine.
    public static final Actor ADMINISTRATOR = new Actor("administrator", Set.of(Role.ADMIN));

    public Actor {
        roles = Ordered.copyOf(roles);
    }

    /// What an actor may do; the policies of access say what each means.
    public enum Role {
        VIEWER,
        OPERATOR,
        APPROVER,
        ARCHITECT,
        ADMIN
    }
}
