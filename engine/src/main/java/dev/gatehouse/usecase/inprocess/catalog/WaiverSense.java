package dev.gatehouse.usecase.inprocess.catalog;

import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.Places;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import dev.gatehouse.document.Position;
import dev.gatehouse.findings.Rule;
import dev.gatehouse.graph.Snapshot;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.usecase.inprocess.Names;
import dev.gatehouse.verdict.JudgeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds waivers that accept nothing: those that are over, and those about what nobody knows.
public final class WaiverSense {
    /// What findings can be about without anybody declaring it.
    private static final Set<Kind> UNDECLARED = EnumSet.of(Kind.CHANGE, Kind.CYCLE, Kind.ARTIFACT);

    private final Places places;
    private final Diagnostic.Severity severity;
    private final List<Diagnostic> found = new ArrayList<>();

    private WaiverSense(Places places, Diagnostic.Severity severity) {
        this.places = places;
        this.severity = severity;
    }

    /// One for each waiver that is over, and for each whose subject nobody declares.
    static List<Diagnostic> of(CatalogReading reading, Snapshot known, Instant now, Diagnostic.Severity severity) {
        WaiverSense sense = new WaiverSense(reading.places(), severity);
        for (Declaration declaration : reading.declarations()) {
            if (declaration.entity() instanceof Waiver waiver) {
                sense.over(declaration, waiver, now);
                sense.subject(declaration, waiver, known);
            }
        }
        return sense.found;
    }

    /// One for each waiver about a rule that is not among the judges'.
    static List<Diagnostic> unknownRules(CatalogReading reading, JudgeSet judges, Diagnostic.Severity severity) {
        WaiverSense sense = new WaiverSense(reading.places(), severity);
        sense.rules(reading.declarations(), judges);
        return sense.found;
    }

    /// The same of all waivers there are, as warnings.
    public static List<Diagnostic> unknownRules(Snapshot snapshot, JudgeSet judges) {
        WaiverSense sense = new WaiverSense(Places.LINES, Diagnostic.Severity.WARNING);
        sense.rules(Names.all(snapshot, Kind.WAIVER).toList(), judges);
        return sense.found;
    }

    private void rules(List<Declaration> declarations, JudgeSet judges) {
        List<String> ids = judges.rules().stream().map(Rule::id).toList();
        for (Declaration declaration : declarations) {
            if (declaration.entity() instanceof Waiver waiver && !ids.contains(waiver.rule())) {
                add(
                        declaration,
                        "rule",
                        " is about the rule '" + waiver.rule() + "', which does not exist, so it accepts nothing",
                        Nearest.cure(waiver.rule(), ids, "name a rule or policy that is in force"));
            }
        }
    }

    static boolean isIn(List<Declaration> declarations) {
        return declarations.stream().anyMatch(declaration -> declaration.ref().kind() == Kind.WAIVER);
    }

    private void over(Declaration declaration, Waiver waiver, Instant now) {
        if (!waiver.expires().isAfter(now)) {
            add(
                    declaration,
                    "expires",
                    " expired at " + waiver.expires() + ", so it accepts nothing",
                    "give it a time to come, or take it out");
        }
    }

    private void subject(Declaration declaration, Waiver waiver, Snapshot known) {
        EntityRef subject = waiver.subject();
        if (!UNDECLARED.contains(subject.kind()) && known.find(subject) == null) {
            Stream<String> names =
                    Names.all(known, subject.kind()).map(one -> one.ref().shortName());
            add(
                    declaration,
                    "subject",
                    " is about '" + subject + "', which nobody declares, so it accepts nothing",
                    Nearest.cure(subject.name(), names.toList(), "import the source that declares it first"));
        }
    }

    private void add(Declaration declaration, String attribute, String what, @Nullable String cure) {
        Position at = places.of(declaration, "/spec/" + attribute);
        found.add(new Diagnostic(
                severity, at.file(), at.line(), at.column(), at.pointer(), declaration.ref() + what, cure));
    }
}
