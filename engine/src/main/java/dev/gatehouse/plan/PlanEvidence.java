package dev.gatehouse.plan;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.record.Contents;
import dev.gatehouse.verdict.record.Evidence;
import dev.gatehouse.verdict.record.TextDigests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The matter of a plan and the texts of its judges as content named by digest, and back. The matter of each step in
/// each state is kept as that of a decision is.
public final class PlanEvidence {
    private final PlanMatter matter;
    private final List<State> states = new ArrayList<>();
    private final Map<Digest, byte[]> contents = new HashMap<>();
    private PlanMatter.@Nullable Whole whole;

    public PlanEvidence(PlanMatter matter) {
        this.matter = matter;
    }

    /// The matter. What is looked at in it is kept here, so it is looked at once.
    public PlanMatter matter() {
        return new PlanMatter(matter.plan(), matter.actor(), matter.clock(), this::keep, this::keptWhole);
    }

    private void keep(Consumer<PlanMatter.StepMatter> each) {
        matter.steps().forEach(step -> {
            Evidence.Stored stored = Evidence.store(step.matter(), List.of());
            contents.putAll(stored.contents());
            states.add(new State(step.step(), step.after(), stored.matter(), step.touched(), step.owners()));
            each.accept(step);
        });
    }

    private PlanMatter.Whole keptWhole() {
        PlanMatter.Whole looked = matter.whole().get();
        whole = looked;
        return looked;
    }

    /// What was looked at, and the judges' texts.
    public Evidence.Stored stored(List<Judge> judges) {
        Written written = new Written(
                matter.plan(),
                matter.actor(),
                matter.clock(),
                states,
                Objects.requireNonNull(whole, "the matter was not looked at"),
                TextDigests.store(judges, contents));
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
        contents.putAll(kept.checked(TextDigests.digests(written.texts)));
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
        return new Restored(restored, TextDigests.restore(written.texts, kept));
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
