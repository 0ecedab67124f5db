package dev.gatehouse.app;

import dev.gatehouse.app.judges.JudgeFolders;
import dev.gatehouse.policies.opa.program.OpaBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Folders with a gate, a rule and a policy of the shipped kind, and a company's own beside them.
record RuleHouse(Path folder) {
    static final String GATE = """
            apiVersion: gatehouse.dev/v1
            kind: Gate
            metadata: {name: risk}
            spec:
              question: How much can go wrong here?
              levels: {default: {critical: hard, high: hard, medium: soft, low: advisory}}
            """;

    static RuleHouse in(Path folder) {
        RuleHouse house = new RuleHouse(folder);
        house.write("rules/risk/gate.yaml", GATE);
        house.write("rules/risk/collides/rule.drl", rule("collides", "risk"));
        house.write("policies/lib/places/places.rego", """
                package lib.places

                # METADATA
                # description: Where nobody looks.
                far := {"moon"}
                """);
        house.write("policies/risk/near/policy.rego", policy("near", "input.ref in places.far"));
        house.write("our-policies/risk/far/policy.rego", policy("far", "input.ref in places.far"));
        house.write("our-rules/README.md", "Ours.");
        return house;
    }

    static String rule(String id, String gate) {
        return """
                package gatehouse.rules.%1$s.%2$s;

                import dev.gatehouse.facts.*;

                global dev.gatehouse.rules.Report findings;

                rule "%2$s"
                @id("%2$s")
                @gate("%1$s")
                @subject("change")
                @needs("in-flight")
                @severity("low")
                @title("Another change at the same time")
                @why("Nobody can tell which of them broke it.")
                @remediation("Agree on windows that do not overlap.")
                when
                    $f : InFlight(overlaps == true)
                then
                    findings.report("Another change is under way.", $f);
                end
                """.formatted(gate, id);
    }

    static String policy(String id, String condition) {
        return """
                # METADATA
                # title: A title
                # description: A reason.
                # custom:
                #   gate: risk
                #   id: %1$s
                #   subject: component
                #   severity: high
                #   remediation: A cure.
                package gatehouse.risk.%1$s

                import data.lib.places

                deny contains "far" if %2$s
                """.formatted(id, condition);
    }

    static String control(String name) {
        return """
                apiVersion: gatehouse.dev/v1
                kind: Control
                metadata: {name: %s, title: A demand}
                spec: {framework: A standard, id: '1'}
                """.formatted(name);
    }

    void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JudgeFolders folders(Path... foreign) {
        return new JudgeFolders(
                RuleHouse::opa,
                null,
                List.of(folder.resolve("rules"), folder.resolve("our-rules")),
                List.of(folder.resolve("policies"), folder.resolve("our-policies")),
                List.of(foreign));
    }

    static OpaBinary opa() {
        return OpaBinary.find(System.getenv("PATH"), TestServer.root().resolve(".gatehouse"));
    }
}
