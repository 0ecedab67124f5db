package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.facts.sheet.PartName;
import dev.gatehouse.findings.Need;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.RuleDescr;

/// Whether a rule's needs cover the facts that it matches. A part that no rule needs is not on the sheet, so a pattern
/// on its facts would never match, and the rule would pass in silence.
final class Matched {
    private Matched() {}

    static void check(Drl drl, RuleDescr first, List<Need> needs, List<Diagnostic> problems) {
        Set<Class<?>> needed = needs.stream().map(need -> need.part().type()).collect(Collectors.toSet());
        Set<String> matched = new TreeSet<>();
        drl.rules().forEach(rule -> collect(rule.getLhs(), matched));
        for (String type : matched) {
            List<String> parts = Arrays.stream(PartName.values())
                    .filter(part -> part.type().getSimpleName().equals(type) && !needed.contains(part.type()))
                    .map(PartName::word)
                    .toList();
            if (!parts.isEmpty()) {
                problems.add(Diagnostic.error(
                        drl.at(first, "needs"),
                        "The rule matches '" + type + "', and @needs names no part that holds it",
                        "add " + String.join(" or ", parts)));
            }
        }
    }

    private static void collect(BaseDescr part, Set<String> types) {
        if (part instanceof PatternDescr pattern) {
            types.add(pattern.getObjectType());
            PatternSourceDescr source = pattern.getSource();
            if (source != null) {
                collect(source, types);
            }
        }
        if (part instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(each -> collect(each, types));
        }
        if (part instanceof AccumulateDescr accumulate) {
            collect(accumulate.getInput(), types);
        }
    }
}
