package dev.gatehouse.policies.opa;

import dev.gatehouse.policies.opa.program.OpaBinary;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.Digest;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.policies.Policy;
import dev.gatehouse.policies.PolicySet;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The peer of a decision with policies: one request to OPA about the sheets that the decision asked about, made ready
/// before. First it takes the judge's place and notes what is asked, then it asks.
public final class OpaAlone implements Judge {
    private final PolicySet set;
    private final Map<String, Policy> policies = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Opa opa;
    private final List<Ask> asks = new ArrayList<>();

    public OpaAlone(OpaBinary binary, PolicySet set) {
        this.set = set;
        this.opa = new OpaChild(binary, set, http, OpaPolicies.DEADLINE);
        set.policies().forEach(policy -> policies.put(policy.rule().id(), policy));
    }

    @Override
    public String version() {
        return "";
    }

    @Override
    public String set() {
        return "policies";
    }

    @Override
    public String engine() {
        return "opa";
    }

    @Override
    public List<Rule> rules() {
        return set.rules();
    }

    @Override
    public Digest digest() {
        return set.digest();
    }

    @Override
    public Map<String, String> texts() {
        return Map.of();
    }

    @Override
    public List<Judgement> judge(List<Question> questions) {
        for (Question question : questions) {
            List<Policy> asked = question.rules().stream()
                    .filter(policies::containsKey)
                    .map(policies::get)
                    .toList();
            asks.add(new Ask(SheetInput.of(question.sheet()), asked));
        }
        return questions.stream().map(_ -> Judgement.NONE).toList();
    }

    /// Forgets what was noted.
    public void clear() {
        asks.clear();
    }

    /// Asks what was noted.
    public List<SortedMap<String, JsonNode>> ask() {
        try {
            return opa.judge(asks);
        } catch (OpaFailure e) {
            throw new IllegalStateException(e.reason(), e);
        }
    }

    @Override
    public void close() {
        opa.close();
        http.shutdownNow();
    }
}
