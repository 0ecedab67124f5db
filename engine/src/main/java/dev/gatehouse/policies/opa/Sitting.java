package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Finding;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.model.change.Artifact;
import dev.gatehouse.policies.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The judging of one sheet: one input, or for an artifact one for each of its documents.
final class Sitting {
    private final FactSheet sheet;
    private final List<Policy> policies;
    private final Remembered remembered;
    private final List<Open> open = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> failed = new TreeMap<>();

    Sitting(Opa opa, FactSheet sheet, List<Policy> policies, Remembered remembered) {
        this.sheet = sheet;
        this.policies = policies;
        this.remembered = remembered;
        Artifact artifact = sheet.artifact();
        if (policies.isEmpty()) {
            return;
        }
        if (artifact == null) {
            begin(SheetInput.of(sheet), null);
            return;
        }
        try {
            ArtifactInputs.of(opa, artifact).forEach(document -> begin(document.tree(), document.name()));
        } catch (OpaFailure failure) {
            policies.forEach(policy -> failed.put(policy.rule().id(), failure.reason()));
        }
    }

    private void begin(JsonNode input, @Nullable String document) {
        Digest digest = Json.digest(input);
        List<Policy> unknown = new ArrayList<>();
        for (Policy policy : policies) {
            JsonNode answer = remembered.get(digest, policy.rule().id());
            if (answer == null) {
                unknown.add(policy);
            } else {
                read(policy, answer, document);
            }
        }
        if (!unknown.isEmpty()) {
            open.add(new Open(this, new Ask(input, unknown), digest, document));
        }
    }

    private void read(Policy policy, JsonNode answer, @Nullable String document) {
        try {
            findings.addAll(new FindingReader(policy.rule(), sheet, document).read(answer));
        } catch (OpaFailure failure) {
            failed.putIfAbsent(policy.rule().id(), failure.reason());
        }
    }

    /// What OPA has still to be asked.
    List<Open> open() {
        return open;
    }

    /// What comes of it once everything is settled; a policy that failed on one document found nothing at all.
    Judgement judgement() {
        List<Finding> counting = findings.stream()
                .filter(finding -> !failed.containsKey(finding.ruleId()))
                .toList();
        return new Judgement(counting, List.of(), failed);
    }

    /// An input whose answers are not remembered.
    record Open(
            Sitting sitting,
            Ask ask,
            Digest digest,
            @Nullable String document) {
        void settle(Inquiry.Answer answer) {
            for (Policy policy : ask.policies()) {
                String id = policy.rule().id();
                JsonNode said = answer.said().get(id);
                if (said != null) {
                    sitting.remembered.put(digest, id, said);
                    sitting.read(policy, said, document);
                } else {
                    sitting.failed.putIfAbsent(id, answer.failed().getOrDefault(id, "OPA did not answer"));
                }
            }
        }
    }
}
