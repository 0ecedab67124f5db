package dev.gatehouse.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.policies.Authority;
import dev.gatehouse.policies.NoAnswerException;
import java.util.Map;

/// Asks the policies of access. Whatever is no clear yes is a no.
public final class PolicyAccess implements Access {
    private static final String QUESTION = "access/decision";

    private final Authority authority;

    public PolicyAccess(Authority authority) {
        this.authority = authority;
    }

    @Override
    public void require(Actor actor, String action, String resource) {
        JsonNode answer = answer(actor, action, resource);
        JsonNode allow = answer.path("allow");
        if (!allow.isBoolean()) {
            throw new RefusedException("The policies of access gave no answer to " + action + " by '" + actor.name()
                    + "', which counts as no; see policies/access");
        }
        if (!allow.booleanValue()) {
            throw new RefusedException(
                    answer.path("reason").asText("'" + actor.name() + "' may not " + action + " " + resource));
        }
    }

    private JsonNode answer(Actor actor, String action, String resource) {
        try {
            return authority.answer(
                    QUESTION, Json.tree(Map.of("actor", actor, "action", action, "resource", resource)));
        } catch (NoAnswerException e) {
            throw new RefusedException("Nobody could tell whether '" + actor.name() + "' may " + action
                    + ", which counts as no: " + e.getMessage());
        }
    }
}
