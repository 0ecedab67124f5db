package dev.gatehouse.verdict;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.findings.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Names everything that goes into a decision by its digest.
final class MatterDigests {
    private static final String NONE = "";

    private final Matter matter;
    private final List<Judge> judges;

    MatterDigests(Matter matter, List<Judge> judges) {
        this.matter = matter;
        this.judges = judges;
    }

    Map<String, String> all() {
        Map<String, String> digests = new TreeMap<>();
        digests.put("architecture", Json.digest(sheets()).value());
        digests.put("gates", Json.digest(matter.gates()).value());
        digests.put("waivers", Json.digest(matter.waivers()).value());
        digests.put("approvals", Json.digest(matter.approvals()).value());
        judges.forEach(judge -> digests.put(judge.set(), judge.digest().value()));
        return digests;
    }

    private List<List<String>> sheets() {
        List<List<String>> sheets = new ArrayList<>();
        matter.sheets().forEach(pair -> sheets.add(List.of(digest(pair.before()), digest(pair.after()))));
        return sheets;
    }

    private static String digest(@Nullable FactSheet sheet) {
        Digest digest = sheet == null ? null : sheet.digest();
        return digest == null ? NONE : digest.value();
    }
}
