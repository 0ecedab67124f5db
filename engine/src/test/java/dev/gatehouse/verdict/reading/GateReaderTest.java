package dev.gatehouse.verdict.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.yaml.DocumentReader;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.findings.Adjustment;
import dev.gatehouse.findings.Severity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.Level;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateReaderTest {
    private static final EntityRef PRODUCTION = EntityRef.of(Kind.ENVIRONMENT, "production");
    private static final EntityRef STAGING = EntityRef.of(Kind.ENVIRONMENT, "staging");
    private static final String SHIPPED = """
            apiVersion: gatehouse.dev/v1
            kind: Gate
            metadata: {name: resilience}
            spec:
              question: Does it stand?
              levels:
                production: {critical: hard, high: hard, medium: soft}
                default: {critical: soft}
              score:
                production: {soft: 60, hard: 85.5}
              freshness: {objectives: 3d}
              readings: 30d
            """;

    @Test
    void reads_everything_that_a_gate_says() {
        Gate gate = gates(SHIPPED).getFirst();

        assertThat(gate.name()).isEqualTo("resilience");
        assertThat(gate.question()).isEqualTo("Does it stand?");
        assertThat(gate.scope()).isEqualTo(Gate.Scope.INTRODUCED);
        assertThat(gate.level(PRODUCTION, Severity.HIGH)).isEqualTo(Level.HARD);
        assertThat(gate.level(PRODUCTION, Severity.LOW)).isEqualTo(Level.ADVISORY);
        assertThat(gate.level(STAGING, Severity.CRITICAL)).isEqualTo(Level.SOFT);
        assertThat(gate.threshold(PRODUCTION, new BigDecimal(90)))
                .isEqualTo(new Gate.Threshold(Level.HARD, new BigDecimal("85.5")));
        assertThat(gate.freshness()).isEqualTo(Map.of(PartName.OBJECTIVES, Duration.ofDays(3)));
        assertThat(gate.readings()).isEqualTo(Duration.ofDays(30));
        assertThat(gate.adjustments()).isEmpty();
    }

    @Test
    void a_gate_of_the_same_name_replaces_what_it_gives_and_leaves_the_rest() {
        Gate gate = gates(SHIPPED, """
                apiVersion: gatehouse.dev/v1
                kind: Gate
                metadata: {name: resilience}
                spec:
                  scope: touched
                  levels:
                    production: {critical: hard}
                  freshness: {outages: 1d}
                  rules:
                    tier-inversion: {off: true}
                    retry-storm: {shadow: true, severity: low, parameters: {limit: 20}}
                """).getFirst();

        assertThat(gate.question()).isEqualTo("Does it stand?");
        assertThat(gate.scope()).isEqualTo(Gate.Scope.TOUCHED);
        assertThat(gate.level(PRODUCTION, Severity.HIGH)).isEqualTo(Level.ADVISORY);
        assertThat(gate.level(STAGING, Severity.CRITICAL)).isEqualTo(Level.SOFT);
        assertThat(gate.freshness()).containsOnlyKeys(PartName.OBJECTIVES, PartName.OUTAGES);
        assertThat(gate.adjustments())
                .containsEntry("tier-inversion", new Adjustment(true, false, null, Map.of()))
                .containsEntry("retry-storm", new Adjustment(false, true, Severity.LOW, Map.of("limit", "20")));
    }

    @Test
    void names_every_mistake_with_its_place() {
        assertThat(read("""
                apiVersion: gatehouse.dev/v1
                kind: Gate
                metadata: {name: resilience}
                spec:
                  scope: introduce
                  levels:
                    production: {high: hrad}
                  freshness: {objective: 3d}
                  rules:
                    tier-invesion: {off: true}
                """).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "gate-0.yaml:5:3: error: 'scope' is 'introduce'; one of 'introduced', 'touched', 'all' is"
                                + " expected; did you mean 'introduced'?",
                        "gate-0.yaml:7:18: error: 'high' is 'hrad'; one of 'advisory', 'soft', 'hard' is expected;"
                                + " did you mean 'hard'?",
                        "gate-0.yaml:8:15: error: 'objective' is no part of a fact sheet; did you mean 'objectives'?",
                        "gate-0.yaml:10:5: error: there is no rule or policy 'tier-invesion';"
                                + " did you mean 'tier-inversion'?");
    }

    @Test
    void a_gate_that_is_laid_over_nothing_needs_a_question() {
        assertThat(read("""
                apiVersion: gatehouse.dev/v1
                kind: Gate
                metadata: {name: resiliense}
                spec: {scope: all}
                """, "{apiVersion: gatehouse.dev/v1, kind: Group, metadata: {name: shop}}")
                        .diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "gate-0.yaml:3:12: error: the gate 'resiliense' asks no question;"
                                + " add 'question', or name it like the gate that it is to be laid over",
                        "gate-1.yaml:1:32: error: the document is a 'Group'; a Gate is expected in a gate.yaml");
    }

    @Test
    void what_would_change_nothing_or_make_no_sense_is_told() {
        assertThat(read("""
                apiVersion: gatehouse.dev/v1
                kind: Gate
                metadata: {name: value}
                spec:
                  question: Is it worth it?
                  score:
                    production: {advisory: 10, soft: 60, hard: 30}
                    default: {advisory: 50, hard: 50}
                  rules:
                    tier-inversion: {off: true}
                """).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "gate-0.yaml:7:42: error: 'hard' begins at a score of 30, before 'soft' at 60;"
                                + " give the worse level the higher score",
                        "gate-0.yaml:10:5: error: 'tier-inversion' is of the gate 'resilience', so the gate 'value' has"
                                + " no say in it; move it to the gate.yaml of 'resilience'");
    }

    private static List<Gate> gates(String... texts) {
        return read(texts).orThrow();
    }

    private static Result<List<Gate>> read(String... texts) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            byte[] content = texts[i].getBytes(StandardCharsets.UTF_8);
            documents.addAll(DocumentReader.read("gate-" + i + ".yaml", content).documents());
        }
        return GateReader.read(documents, Map.of("tier-inversion", "resilience", "retry-storm", "resilience"));
    }
}
