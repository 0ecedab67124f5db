package dev.gatehouse.findings;

import dev.gatehouse.facts.Measure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings before and after a change, compared as multisets by their identity.
public final class Comparison {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::ruleId)
            .thenComparing(Finding::subject)
            .thenComparing(finding -> finding.key().toString())
            .thenComparing(Finding::message);

    private Comparison() {}

    /// Each finding after, as introduced, worsened or unchanged, and those before that are gone, as resolved; sorted
    /// by rule, subject and key. Of several with one identity, each before is set against one after, the mildest
    /// measures first, so that a further or a worse one shows.
    public static List<Compared> of(List<Finding> before, List<Finding> after) {
        Map<Finding.Identity, Deque<Finding>> old = new HashMap<>();
        mildestFirst(before)
                .forEach(finding -> old.computeIfAbsent(finding.identity(), _ -> new ArrayDeque<>())
                        .add(finding));
        List<Compared> compared = new ArrayList<>();
        for (Finding finding : mildestFirst(after)) {
            Deque<Finding> same = old.getOrDefault(finding.identity(), new ArrayDeque<>());
            compared.add(new Compared(finding, status(same.poll(), finding)));
        }
        old.values().forEach(rest -> rest.forEach(gone -> compared.add(new Compared(gone, Status.RESOLVED))));
        compared.sort(Comparator.comparing(Compared::finding, ORDER).thenComparing(Compared::status));
        return compared;
    }

    private static Status status(@Nullable Finding before, Finding after) {
        if (before == null) {
            return Status.INTRODUCED;
        }
        Measure measure = after.measure();
        boolean worse = after.severity().compareTo(before.severity()) > 0
                || (measure != null && measure.isWorseThan(before.measure()));
        return worse ? Status.WORSENED : Status.UNCHANGED;
    }

    private static List<Finding> mildestFirst(List<Finding> findings) {
        Map<Finding.Identity, List<Finding>> same = new LinkedHashMap<>();
        findings.forEach(finding ->
                same.computeIfAbsent(finding.identity(), _ -> new ArrayList<>()).add(finding));
        return same.values().stream()
                .flatMap(group -> group.stream().sorted(Comparison::byMeasure))
                .toList();
    }

    private static int byMeasure(Finding left, Finding right) {
        Measure a = left.measure();
        Measure b = right.measure();
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return a.isWorseThan(b) ? 1 : b.isWorseThan(a) ? -1 : 0;
    }

    /// A finding and what the change did to it.
    public record Compared(Finding finding, Status status) {}

    /// What a change did to a finding.
    public enum Status {
        /// It was not there before.
        INTRODUCED,
        /// It was there, and its measure or severity got worse: counts as introduced.
        WORSENED,
        /// It was there before and is as it was.
        UNCHANGED,
        /// It was there before and is gone.
        RESOLVED;

        /// Whether the change answers for it.
        public boolean counts() {
            return this == INTRODUCED || this == WORSENED;
        }
    }
}
