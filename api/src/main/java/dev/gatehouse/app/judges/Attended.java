package dev.gatehouse.app.judges;

import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.usecase.UseCases;
import java.util.function.Supplier;

/// Use cases that say when they are at work with judges, so that none is closed under them.
public record Attended(Uses uses) {
    public UseCases over(UseCases cases) {
        return new UseCases(
                cases.imports(),
                (actor, request) -> during(() -> cases.assess().run(actor, request)),
                cases.decisions(),
                cases.approve(),
                (actor, id, fix) -> during(() -> cases.explain().run(actor, id, fix)),
                replay(cases.replay()),
                cases.blastRadius(),
                (actor, environment, gate, at) -> during(() -> cases.findings().run(actor, environment, gate, at)),
                cases.waivers(),
                (actor, request) -> during(() -> cases.evaluatePlan().run(actor, request)),
                cases.evaluations(),
                replay(cases.replayPlan()),
                actor -> during(() -> cases.rules().run(actor)),
                cases.entities());
    }

    private Replay replay(Replay replay) {
        return new Replay() {
            @Override
            public Result run(Actor actor, String id) {
                return during(() -> replay.run(actor, id));
            }

            @Override
            public Result runWithCurrentRules(Actor actor, String id) {
                return during(() -> replay.runWithCurrentRules(actor, id));
            }
        };
    }

    private <T> T during(Supplier<T> work) {
        try (Uses.Use _ = uses.begin()) {
            return work.get();
        }
    }
}
