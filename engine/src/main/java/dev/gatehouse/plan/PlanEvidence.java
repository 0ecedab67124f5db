package dev.gatehouse.plan;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.record.Contents;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.JudgeTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The matter of a plan and the texts of its judges as content named by digest, and back. The matter of each step in
/// each state is kept as that of a decision is.
public final class PlanEvidence {
    private final List<State> states = new ArrayList<>();
    private final Map<Digest, byte[]> contents = new HashMap<>();

    /// The same matter. What is looked at in it is kept here.
    public PlanMatter keeping(PlanMatter matter) {
        return matter.map(step -> {
            Evidence.Stored stored = Evidence.store(step.matter(), List.of());
            contents.putAll(stored.contents());
            states.add(new State(step.step(), step.after(), stored.matter(), step.touched(), step.owners()));
            return step;
        });
    }

    /// What was kept, of a matter that was looked at as a whole, and the judges' texts.
    public Evidence.Stored stored(PlanMatter matter, List<Judge> judges) {
        Written written = new Written(
                matter.plan(),
                matter.actor(),
                matter.clock(),
                states,
                matter.whole().get(),
                JudgeTexts.store(judges, contents));
        return new Evidence.Stored(Contents.put(Json.bytes(written), contents), contents);
    }

    /// A matter as it was, with the judges' texts by set and name.
    public record Restored(PlanMatter matter, Map<String, Map<String, String>> texts) {}

    /// A matter's content, with all that it names.
    ///
    /// @throws InvalidInputException when a part of it is not there, or was altered
    public static Map<Digest, byte[]> contents(Digest matter, Contents kept) {
        byte[] content = kept.one(matter);
        Written written = Json.read(content, Written.class);
        Map<Digest, byte[]> contents = new HashMap<>(Map.of(matter, content));
        contents.putAll(kept.checked(JudgeTexts.digests(written.texts)));
        written.states.forEach(state -> contents.putAll(Evidence.contents(state.matter, kept)));
        return contents;
    }

    /// Reads a matter back; that of each step when it is looked at.
    ///
    /// @throws InvalidInputException when a part of it is not there, or was altered
    public static Restored restore(Digest matter, Contents kept) {
        Written written = Json.read(kept.one(matter), Written.class);
        PlanMatter restored = new PlanMatter(
                written.plan,
                written.actor,
                written.clock,
                each -> written.states.forEach(state -> each.accept(state.restored(kept))),
                () -> written.whole);
        return new Restored(restored, JudgeTexts.restore(written.texts, kept));
    }

    private record State(
            String step, List<String> after, Digest matter, Set<EntityRef> touched, Map<EntityRef, EntityRef> owners) {
        PlanMatter.StepMatter restored(Contents kept) {
            return new PlanMatter.StepMatter(
                    step, after, Evidence.restore(matter, kept).matter(), touched, owners);
        }
    }

    private record Written(
            Plan plan,
            Actor actor,
            Instant clock,
            List<State> states,
            PlanMatter.Whole whole,
            Map<String, Map<String, Digest>> texts) {}
}
