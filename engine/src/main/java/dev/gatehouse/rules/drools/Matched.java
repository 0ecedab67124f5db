package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.facts.CriticalPath;
import dev.gatehouse.facts.Subject;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.facts.sheet.SubjectKind;
import dev.gatehouse.findings.Need;
import dev.gatehouse.findings.NeedCheck;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.RuleDescr;

/// Whether a rule's needs cover the facts that it matches. A part that no rule needs is not on the sheet, so a pattern
/// on its facts would never match, and the rule would pass in silence.
final class Matched {
    /// A constraint that leaves the ways by one measure only, each of which is a part of its own.
    private static final Pattern MEASURE = Pattern.compile("^\\s*measure\\s*==\\s*\"(\\w+)\"\\s*$");

    private Matched() {}

    static void check(Drl drl, RuleDescr first, SubjectKind subject, List<Need> needs, List<Diagnostic> problems) {
        Set<PartName> needed = needs.stream().map(Need::part).collect(Collectors.toSet());
        SortedMap<String, Set<PartName>> matched = new TreeMap<>();
        drl.rules().forEach(rule -> collect(rule.getLhs(), matched));
        matched.forEach((type, parts) -> {
            Set<PartName> there = EnumSet.copyOf(parts);
            there.retainAll(subject.parts());
            if (parts.isEmpty()) {
                problems.add(Diagnostic.error(
                        drl.at(first, "rule"),
                        "The rule matches '" + type + "' by a measure that there is not, so it never matches",
                        "write measure == \"latency\" or measure == \"retries\""));
                return;
            }
            boolean isNeverThere = there.isEmpty();
            there.removeAll(needed);
            if (isNeverThere) {
                problems.add(Diagnostic.error(
                        drl.at(first, "subject"),
                        "The rule matches '" + type + "', which no sheet has whose subject is " + subject.word(),
                        NeedCheck.having(parts)));
            } else if (!there.isEmpty()) {
                String words = there.stream().map(PartName::word).collect(Collectors.joining(" and "));
                boolean isMore =
                        Vocabulary.TYPES.getOrDefault(type, Subject.class).isInterface();
                problems.add(Diagnostic.error(
                        drl.at(first, "needs"),
                        "The rule matches '" + type + "', and @needs does not name what holds it",
                        "add " + words + (isMore ? ", or match the facts that are meant by their own types" : "")));
            }
        });
    }

    private static void collect(BaseDescr part, Map<String, Set<PartName>> matched) {
        if (part instanceof PatternDescr pattern) {
            Set<PartName> parts = parts(pattern);
            if (!parts.isEmpty() || Vocabulary.TYPES.get(pattern.getObjectType()) == CriticalPath.class) {
                matched.computeIfAbsent(pattern.getObjectType(), _ -> EnumSet.noneOf(PartName.class))
                        .addAll(parts);
            }
            PatternSourceDescr source = pattern.getSource();
            if (source != null) {
                collect(source, matched);
            }
        }
        if (part instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(each -> collect(each, matched));
        }
        if (part instanceof AccumulateDescr accumulate) {
            collect(accumulate.getInput(), matched);
        }
        if (part instanceof CollectDescr collected) {
            collect(collected.getInputPattern(), matched);
        }
    }

    /// The parts that hold facts which the pattern matches.
    private static Set<PartName> parts(PatternDescr pattern) {
        Set<PartName> parts = EnumSet.noneOf(PartName.class);
        Class<?> type = Vocabulary.TYPES.get(pattern.getObjectType());
        if (type != null) {
            Arrays.stream(PartName.values())
                    .filter(part -> type.isAssignableFrom(part.type()))
                    .forEach(parts::add);
        }
        for (BaseDescr constraint : pattern.getDescrs()) {
            Matcher measure = MEASURE.matcher(String.valueOf(constraint));
            if (type == CriticalPath.class && measure.find()) {
                parts.removeIf(part -> !part.word().equals(measure.group(1)));
            }
        }
        return parts;
    }
}
