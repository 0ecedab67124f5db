package dev.gatehouse.usecase.inprocess.cases;

import dev.gatehouse.document.Digest;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.findings.Judgement;
import dev.gatehouse.findings.Question;
import dev.gatehouse.findings.Rule;
import java.util.List;
import java.util.Map;

/// A judge that shows one of its rules only. The judge behind it belongs to somebody else, who closes it.
record Alone(Judge judge, Rule rule) implements Judge {
    @Override
    public String engine() {
        return judge.engine();
    }

    @Override
    public String version() {
        return judge.version();
    }

    @Override
    public String set() {
        return judge.set();
    }

    @Override
    public List<Rule> rules() {
        return List.of(rule);
    }

    @Override
    public Digest digest() {
        return judge.digest();
    }

    @Override
    public Map<String, String> texts() {
        return judge.texts();
    }

    @Override
    public List<Judgement> judge(List<Question> questions) {
        return judge.judge(questions);
    }
}
