package dev.gatehouse.policies.opa;

import dev.gatehouse.facts.Brief;
import dev.gatehouse.facts.Sends;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.findings.Question;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.PolicySet.Source;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.set.PolicySets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What the tests of policies share: the real OPA, small sets, small sheets.
final class Opas {
    static final EntityRef SHOP = EntityRef.of(Kind.COMPONENT, "shop");
    static final EntityRef BANK = EntityRef.of(Kind.EXTERNAL, "bank");
    static final EntityRef FLOW = EntityRef.of(Kind.FLOW, "shop-bank");
    private static final EntityRef PRODUCTION = EntityRef.of(Kind.ENVIRONMENT, "production");

    private Opas() {}

    static Path root() {
        String given = System.getProperty("gatehouse.root");
        if (given != null) {
            return Path.of(given);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("policies")))
                .findFirst()
                .orElseThrow();
    }

    static OpaBinary binary() {
        return OpaBinary.find(System.getenv().getOrDefault("PATH", ""), root().resolve(".gatehouse"));
    }

    /// A set of policies about components, each with a body behind its metadata.
    static PolicySet set(Map<String, String> bodies) {
        Map<String, String> texts = new HashMap<>();
        bodies.forEach((id, body) -> texts.put("compliance/" + id + "/policy.rego", metadata(id, "component") + body));
        return set(texts, Source.OWN);
    }

    static PolicySet set(Map<String, String> texts, Source source) {
        Map<String, String> recorded = new HashMap<>(texts);
        recorded.put("source.json", dev.gatehouse.document.Json.write(source));
        return PolicySets.read(binary(), recorded);
    }

    static String metadata(String id, String subject) {
        String artifact = subject.equals("artifact") ? "#   artifact: kubernetes\n" : "";
        return """
                # METADATA
                # title: A title
                # description: A reason.
                # custom:
                #   gate: compliance
                #   id: %s
                #   subject: %s
                #   severity: high
                #   remediation: A cure.
                %spackage gatehouse.compliance.%s

                """.formatted(id.replace('_', '-'), subject, artifact, id);
    }

    /// A component whose flow to the bank carries that.
    static FactSheet sheet(EntityRef component, String... carries) {
        Brief bank = new Brief(BANK, null, null, null, null, null, null, Set.of(), null);
        Sends sends = new Sends(FLOW, component, bank, Set.of(carries), "http", null, Set.of());
        return new FactSheet(
                component,
                PRODUCTION,
                Map.of(PartName.SENDS, new Part(List.of(sends), true)),
                Map.of(),
                Map.of(),
                null);
    }

    static FactSheet artifact(String kind, String path, String content) {
        EntityRef ref = EntityRef.of(Kind.ARTIFACT, path);
        return new FactSheet(ref, PRODUCTION, Map.of(), Map.of(), Map.of(), new Artifact(kind, path, content));
    }

    static Question ask(FactSheet sheet, PolicySet set) {
        return new Question(sheet, set.rules().stream().map(rule -> rule.id()).toList());
    }
}
