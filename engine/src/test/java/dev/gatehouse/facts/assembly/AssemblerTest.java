package dev.gatehouse.facts.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.facts.change.ResolvedChange;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.Part;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.fixture.Architecture;
import dev.gatehouse.fixture.ShippedRules;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.JudgeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class AssemblerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final JudgeSet JUDGES = ShippedRules.judges(Gate.Scope.INTRODUCED);

    @Property(tries = 400)
    void no_sheet_differs_that_the_extent_of_a_change_leaves_out(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 10) int components) {
        Random random = new Random(seed);
        RandomStory story = new RandomStory(random, components);
        ResolvedChange change = story.change(story.architecture());
        Assembler assembler = new Assembler(
                Architecture.PRODUCTION,
                new RuleInterests(interests(random), JUDGES.questions()),
                Actor.ADMINISTRATOR,
                NOW);

        List<SheetPair> all = assembler.allPairs(change).stream()
                .filter(pair -> !pair.judgesAlike() || change.named().contains(pair.subject()))
                .toList();

        List<SheetPair> affected = assembler.pairs(change);
        assertThat(affected)
                .extracting(SheetPair::subject)
                .as(() -> change.change().toString())
                .containsExactlyElementsOf(all.stream().map(SheetPair::subject).toList());
        assertThat(affected).isEqualTo(all);
    }

    @Property(tries = 200)
    void who_would_be_asked_about_whole_sheets_sees_on_its_sheet_what_stands_on_them(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 10) int components) {
        Random random = new Random(seed);
        RandomStory story = new RandomStory(random, components);
        ResolvedChange change = story.change(story.architecture());
        List<RuleInterests.Interest> interests = interests(random);
        Assembler whole = new Assembler(
                Architecture.PRODUCTION, new RuleInterests(interests, JUDGES.questions()), Actor.ADMINISTRATOR, NOW);
        Map<EntityRef, SheetPair> drawn = new HashMap<>();
        whole.pairs(change).forEach(pair -> drawn.put(pair.subject(), pair));
        Map<EntityRef, FactSheet> before = bySubject(whole.fleet(change.before()));
        Map<EntityRef, FactSheet> after = bySubject(whole.fleet(change.after()));

        before.keySet().retainAll(after.keySet());
        before.forEach((subject, old) -> {
            SheetPair full = new SheetPair(old, after.get(subject));
            for (RuleInterests.Interest interest : interests) {
                if (interest.kind() == full.kind()
                        && interest.isAsked(change.named().contains(subject), full::differsIn)) {
                    SheetPair pair = Objects.requireNonNull(drawn.get(subject), () -> "no sheets of " + subject);
                    interest.parts()
                            .forEach(part -> assertThat(parts(pair, part))
                                    .as(() -> part + " of " + subject + " in " + change.change())
                                    .isEqualTo(parts(full, part)));
                }
            }
        });
    }

    @Property(tries = 200)
    void who_says_what_is_the_same_as_on_sheets_that_are_drawn_each_alone(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 10) int components) {
        Random random = new Random(seed);
        RandomStory story = new RandomStory(random, components);
        ResolvedChange change = story.change(story.architecture());
        Assembler assembler = new Assembler(
                Architecture.PRODUCTION,
                new RuleInterests(interests(random), JUDGES.questions()),
                Actor.ADMINISTRATOR,
                NOW);
        Map<EntityRef, FactSheet> before = bySubject(assembler.fleet(change.before()));
        Map<EntityRef, FactSheet> after = bySubject(assembler.fleet(change.after()));

        for (SheetPair pair : assembler.pairs(change)) {
            if (pair.kind() != SubjectKind.CHANGE) {
                assertSaysLike(pair.before(), before.get(pair.subject()));
                assertSaysLike(pair.after(), after.get(pair.subject()));
            }
        }
    }

    private static void assertSaysLike(@Nullable FactSheet sheet, @Nullable FactSheet alone) {
        if (sheet != null && alone != null) {
            assertThat(alone.sources()).containsAllEntriesOf(sheet.sources());
            for (EntityRef ref : sheet.sources().keySet()) {
                assertThat(sheet.said().get(ref))
                        .as(ref::toString)
                        .isEqualTo(alone.said().get(ref));
            }
        }
    }

    private static Map<EntityRef, FactSheet> bySubject(Stream<FactSheet> sheets) {
        return sheets.collect(Collectors.toMap(FactSheet::subject, Function.identity(), (one, _) -> one, HashMap::new));
    }

    private static List<Optional<Part>> parts(SheetPair pair, PartName name) {
        return Stream.of(pair.before(), pair.after())
                .map(sheet -> Optional.ofNullable(
                        Objects.requireNonNull(sheet).parts().get(name)))
                .toList();
    }

    /// Rules that between them look at every part of every kind of sheet, some at one part, some at several.
    private static List<RuleInterests.Interest> interests(Random random) {
        List<PartName> names = List.of(PartName.values());
        List<RuleInterests.Interest> interests = new ArrayList<>();
        for (SubjectKind kind : EnumSet.complementOf(EnumSet.of(SubjectKind.ARTIFACT))) {
            for (PartName part : names) {
                Set<PartName> parts = EnumSet.of(part);
                if (random.nextBoolean()) {
                    parts.add(names.get(random.nextInt(names.size())));
                }
                interests.add(new RuleInterests.Interest(kind, parts, RuleInterests.When.DIFFERENT));
            }
        }
        return interests;
    }
}
