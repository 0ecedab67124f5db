package dev.gatehouse.rules.drools;

import dev.gatehouse.rules.RuleSource;

/// Rule texts around the part that a test is about.
final class Texts {
    private Texts() {}

    /// A rule with complete metadata: about cycles where it looks at a circle, else about components.
    static RuleSource rule(String id, String when, String then) {
        return source(id, head(id) + body(id, when, then));
    }

    static RuleSource source(String id, String drl) {
        return new RuleSource(id, "resilience", "rules/resilience/" + id + "/rule.drl", drl, null);
    }

    static String head(String id) {
        return """
                package gatehouse.rules.%s;

                import dev.gatehouse.facts.*;
                import dev.gatehouse.findings.Severity;
                import dev.gatehouse.rules.Parameter;

                global dev.gatehouse.rules.Report findings;

                """.formatted(id.replace("-", ""));
    }

    static String body(String id, String when, String then) {
        boolean cycle = when.contains("Circle(");
        return """
                rule "%1$s"
                @id("%1$s")
                @gate("resilience")
                @subject("%5$s")
                @needs("%4$s")
                @severity("high")
                @title("It's a title, with (brackets)")
                @why("why")
                @remediation("do it")
                when
                %2$s
                then
                %3$s
                end
                """.formatted(
                        id,
                        when.indent(4).stripTrailing(),
                        then.indent(4).stripTrailing(),
                        cycle ? "circle" : needs(when),
                        cycle ? "cycle" : "component");
    }

    private static String needs(String when) {
        return "subject.tier" + (when.contains("Needs(") ? ", needs" : "");
    }
}
