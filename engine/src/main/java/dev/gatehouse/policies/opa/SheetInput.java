package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;

/// A fact sheet as policies see it; policies/README.md describes the shape.
final class SheetInput {
    private SheetInput() {}

    static ObjectNode of(FactSheet sheet) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("ref", sheet.subject().toString());
        input.put("kind", sheet.kind().word());
        input.put("environment", sheet.environment().toString());
        sheet.parts().forEach((name, part) -> add(input, name, part, name.isSingle()));
        if (input.has(PartName.PROPOSAL.word())) {
            JsonNode proposal = input.get(PartName.PROPOSAL.word());
            input.set("change", proposal);
            input.set("time", proposal.path("time"));
            input.set("actor", proposal.path("actor"));
        }
        return input;
    }

    private static void add(ObjectNode input, PartName name, Part part, boolean single) {
        if (!single) {
            ArrayNode facts = input.putArray(name.word());
            part.facts().forEach(fact -> facts.add(Json.tree(fact)));
        } else if (!part.facts().isEmpty()) {
            input.set(name.word(), Json.tree(part.facts().getFirst()));
        }
    }
}
