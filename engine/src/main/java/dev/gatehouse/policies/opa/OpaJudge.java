package dev.gatehouse.policies.opa;

import dev.gatehouse.document.Digest;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.policies.Policy;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.set.PolicySets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Judges fact sheets by the policies of one set. What was said about an input is remembered.
final class OpaJudge implements Judge {
    private final Opa opa;
    private final PolicySet set;
    private final Digest digest;
    private final Runnable end;
    private final Map<String, Policy> policies = new TreeMap<>();
    private final Remembered remembered = new Remembered();

    /// @param end what closing it does
    OpaJudge(Opa opa, PolicySet set, Runnable end) {
        this.opa = opa;
        this.set = set;
        this.digest = set.digest();
        this.end = end;
        set.policies().forEach(policy -> policies.put(policy.rule().id(), policy));
    }

    @Override
    public String engine() {
        return "opa";
    }

    @Override
    public String version() {
        return opa.version();
    }

    @Override
    public String set() {
        String pack = set.source().pack();
        return pack == null ? "policies" : "policies:" + pack;
    }

    @Override
    public List<Rule> rules() {
        return set.rules();
    }

    @Override
    public Digest digest() {
        return digest;
    }

    @Override
    public Map<String, String> texts() {
        return PolicySets.recorded(set);
    }

    @Override
    public List<Judgement> judge(List<Question> questions) {
        List<Sitting> sittings = questions.stream().map(this::sitting).toList();
        List<Sitting.Open> open =
                sittings.stream().flatMap(sitting -> sitting.open().stream()).toList();
        List<Inquiry.Answer> answers =
                new Inquiry(opa).ask(open.stream().map(Sitting.Open::ask).toList());
        for (int i = 0; i < open.size(); i++) {
            open.get(i).settle(answers.get(i));
        }
        return sittings.stream().map(Sitting::judgement).toList();
    }

    @Override
    public Supplier<List<Judgement>> begin(List<Question> questions) {
        FutureTask<List<Judgement>> judging = new FutureTask<>(() -> judge(questions));
        Thread.startVirtualThread(judging);
        return () -> awaited(judging);
    }

    private static List<Judgement> awaited(FutureTask<List<Judgement>> judging) {
        try {
            return judging.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException _) {
            judging.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for OPA");
        }
    }

    private Sitting sitting(Question question) {
        List<Policy> asked = question.rules().stream()
                .distinct()
                .filter(policies::containsKey)
                .map(policies::get)
                .toList();
        return new Sitting(opa, question.sheet(), asked, remembered);
    }

    @Override
    public void close() {
        end.run();
    }
}
