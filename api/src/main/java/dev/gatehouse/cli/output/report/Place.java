package dev.gatehouse.cli.output.report;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.verdict.Ruling;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of a file in which something was declared.
///
/// @param line from 1; 0 is the whole file
record Place(String file, int line) {
    private static final Pattern FILE_AND_LINE = Pattern.compile("(.+):([1-9][0-9]{0,8})", Pattern.DOTALL);

    /// The place of a cited fact; none where it is only known to be in a source or a file.
    static Optional<Place> of(Ruling.CitedFact fact, Written written) {
        if (fact.place() == null) {
            return written.of(fact);
        }
        Matcher found = FILE_AND_LINE.matcher(fact.place());
        return found.matches()
                ? Optional.of(new Place(found.group(1), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }

    /// Where to look first: where the change says an edge of the path, or what a finding about the change cites;
    /// otherwise the place of a fact about the subject, otherwise of any fact that has one; otherwise where the
    /// change names the subject.
    static Optional<Place> of(Ruling ruling, Written written) {
        Stream<Ruling.CitedFact> own =
                ruling.facts().stream().filter(fact -> fact.ref().equals(ruling.subject()));
        Stream<EntityRef> said = ruling.subject().kind() == Kind.CHANGE
                ? ruling.facts().stream().map(Ruling.CitedFact::ref).filter(ref -> !ref.equals(ruling.subject()))
                : Stream.empty();
        return Stream.concat(ruling.path().stream().map(Hop::edge), said)
                .flatMap(ref -> written.of(ref).stream())
                .findFirst()
                .or(() -> Stream.concat(own, ruling.facts().stream())
                        .flatMap(fact -> of(fact, written).stream())
                        .findFirst())
                .or(() -> written.of(ruling.subject()));
    }
}
