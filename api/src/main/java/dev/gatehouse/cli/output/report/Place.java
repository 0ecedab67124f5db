package dev.gatehouse.cli.output.report;

import dev.gatehouse.verdict.Ruling;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of a file in which something was declared.
record Place(String file, int line) {
    private static final Pattern FILE_AND_LINE = Pattern.compile("(.+):([1-9][0-9]{0,8})", Pattern.DOTALL);

    /// The place of a cited fact; none where it is only known to be in a source or a file.
    static Optional<Place> of(Ruling.CitedFact fact) {
        return Optional.ofNullable(fact.place())
                .map(FILE_AND_LINE::matcher)
                .filter(Matcher::matches)
                .map(found -> new Place(found.group(1), Integer.parseInt(found.group(2))));
    }

    /// Where to look first: the place of a fact about the subject, otherwise of any fact that has one.
    static Optional<Place> of(Ruling ruling) {
        Stream<Ruling.CitedFact> own =
                ruling.facts().stream().filter(fact -> fact.ref().equals(ruling.subject()));
        return Stream.concat(own, ruling.facts().stream())
                .flatMap(fact -> of(fact).stream())
                .findFirst();
    }
}
