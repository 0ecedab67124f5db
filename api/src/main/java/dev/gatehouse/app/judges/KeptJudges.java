package dev.gatehouse.app.judges;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.policies.opa.OpaPolicies;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.set.PolicySets;
import dev.gatehouse.rules.drools.DroolsJudge;
import dev.gatehouse.rules.drools.RuleReader;
import dev.gatehouse.verdict.JudgeLoader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Judges made from recorded texts; the few that were asked last are kept, since records come in runs.
public final class KeptJudges implements JudgeLoader, AutoCloseable {
    private static final int KEPT = 4;
    private static final float LOAD_FACTOR = 0.75f;

    private final Supplier<OpaBinary> opa;
    private final Uses uses;
    private final Map<Digest, Judge> kept = new LinkedHashMap<>(KEPT, LOAD_FACTOR, true);

    /// @param uses who may be judging by one that is dropped
    public KeptJudges(Supplier<OpaBinary> opa, Uses uses) {
        this.opa = opa;
        this.uses = uses;
    }

    @Override
    public synchronized Judge load(String set, Map<String, String> texts) {
        Digest digest = Json.digest(Map.of(set, texts));
        Judge judge = kept.get(digest);
        if (judge == null) {
            judge = make(set, texts);
            kept.put(digest, judge);
            dropOldest();
        }
        return judge;
    }

    private void dropOldest() {
        Iterator<Judge> oldestFirst = kept.values().iterator();
        if (kept.size() > KEPT) {
            Judge oldest = oldestFirst.next();
            oldestFirst.remove();
            uses.retire(oldest::close);
        }
    }

    private Judge make(String set, Map<String, String> texts) {
        return switch (set.replaceFirst(":.*", "")) {
            case "rules" -> DroolsJudge.of(RuleReader.restore(texts));
            case "policies" ->
                OpaPolicies.start(opa.get(), PolicySets.read(opa.get(), texts), OpaPolicies.DEADLINE)
                        .judge();
            default ->
                throw new InvalidInputException(
                        "The record was judged by '" + set + "', which this Gatehouse does not know",
                        "replay it with the version that made it");
        };
    }

    @Override
    public synchronized void close() {
        kept.values().forEach(Judge::close);
        kept.clear();
    }
}
