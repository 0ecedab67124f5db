package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.app.judges.KeptJudges;
import dev.gatehouse.app.judges.LiveAuthority;
import dev.gatehouse.app.judges.LiveJudges;
import dev.gatehouse.app.judges.Uses;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Question;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.set.PolicySets;
import dev.gatehouse.verdict.JudgeSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveJudgesTest {
    private static final String ACCESS = """
            package gatehouse.access

            decision := {"allow": %s}
            """;

    @TempDir
    private Path folder;

    private final Uses uses = new Uses();
    private final List<String> alarms = new ArrayList<>();

    @Test
    void a_broken_edit_leaves_the_old_rules_and_says_so_with_them() {
        RuleHouse house = RuleHouse.in(folder);
        try (LiveJudges judges = new LiveJudges(house.folders(), uses, wrong -> alarms.add(wrong.toString()))) {
            assertThat(judges.get().rules()).hasSize(3);
            house.write("our-policies/risk/far/policy.rego", "package gatehouse.risk.far\n\ndeny contains x\n");
            assertThat(judges.broken()).isEmpty();
            JudgeSet set = judges.get();
            assertThat(set.rules()).hasSize(3);
            assertThat(judges.broken()).isNotEmpty();
            assertThat(alarms).singleElement().asString().contains("our-policies/risk/far/policy.rego");
        }
    }

    @Test
    void a_right_that_is_taken_away_counts_at_once() {
        RuleHouse house = RuleHouse.in(folder);
        Path policies = folder.resolve("policies");
        house.write("policies/access/policy.rego", ACCESS.formatted("true"));
        try (LiveAuthority access = new LiveAuthority(
                policies,
                () -> OpaPolicies.start(
                        RuleHouse.opa(), PolicySets.own(RuleHouse.opa(), List.of(policies)), OpaPolicies.DEADLINE),
                wrong -> alarms.add(wrong.toString()))) {
            assertThat(mayPass(access)).isTrue();
            house.write("policies/access/policy.rego", ACCESS.formatted("false"));
            assertThat(mayPass(access)).isFalse();
            house.write("policies/access/policy.rego", "package gatehouse.access\n\ndecision := ");
            assertThat(mayPass(access)).isFalse();
            assertThat(alarms).hasSize(1);
            assertThat(access.broken()).isNotEmpty();
        }
    }

    private static boolean mayPass(LiveAuthority access) {
        return access.answer("access/decision", JsonNodeFactory.instance.objectNode())
                .path("allow")
                .asBoolean();
    }

    @Test
    void judges_of_records_that_somebody_uses_are_not_ended_to_make_room() {
        RuleHouse house = RuleHouse.in(folder);
        List<Map<String, String>> versions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            house.write(
                    "policies/risk/near/policy.rego",
                    RuleHouse.policy("near", "input.ref == \"" + i + "\"").replace("import data.lib.places\n", ""));
            try (OpaPolicies policies = OpaPolicies.start(
                    RuleHouse.opa(),
                    PolicySets.own(RuleHouse.opa(), List.of(folder.resolve("policies"))),
                    OpaPolicies.DEADLINE)) {
                versions.add(policies.judge().texts());
            }
        }
        try (KeptJudges kept = new KeptJudges(RuleHouse::opa, uses)) {
            Uses.Use replay = uses.begin();
            Judge first = kept.load("policies", versions.getFirst());
            versions.forEach(texts -> kept.load("policies", texts));
            assertThat(failures(first, "a")).isEmpty();
            replay.close();
            assertThat(failures(first, "b")).containsEntry("near", "OPA was closed");
        }
    }

    private static Map<String, String> failures(Judge judge, String component) {
        FactSheet sheet = new FactSheet(
                EntityRef.of(Kind.COMPONENT, component),
                EntityRef.of(Kind.ENVIRONMENT, "production"),
                Map.of(),
                Map.of(),
                Map.of(),
                null);
        return judge.judge(List.of(new Question(sheet, List.of("near"))))
                .getFirst()
                .failed();
    }
}
