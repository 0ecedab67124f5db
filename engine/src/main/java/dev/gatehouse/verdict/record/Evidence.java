package dev.gatehouse.verdict.record;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.assembly.Demanded;
import dev.gatehouse.facts.sheet.FactSheet;
import dev.gatehouse.facts.sheet.SheetPair;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Reading;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Approval;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.verdict.Gate;
import dev.gatehouse.verdict.Matter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A matter and the texts of its judges as content named by digest, and back.
public final class Evidence {
    private Evidence() {}

    /// Everything that is needed to decide again.
    ///
    /// @param matter digest of the matter, which names the rest
    /// @param contents by digest
    public record Stored(Digest matter, Map<Digest, byte[]> contents) {}

    /// A matter as it was, with the judges' texts by set and name.
    public record Restored(Matter matter, Map<String, Map<String, String>> texts) {}

    /// Turns a matter into content.
    public static Stored store(Matter matter, List<Judge> judges) {
        Map<Digest, byte[]> contents = new HashMap<>();
        List<Sheets> sheets = matter.sheets().stream()
                .map(pair -> new Sheets(put(pair.before(), contents), put(pair.after(), contents)))
                .toList();
        Map<String, Map<String, Digest>> texts = new TreeMap<>();
        judges.forEach(judge -> {
            Map<String, Digest> named = new TreeMap<>();
            judge.texts()
                    .forEach((name, text) -> named.put(name, put(text.getBytes(StandardCharsets.UTF_8), contents)));
            texts.put(judge.set(), named);
        });
        Written written = new Written(
                matter.change(),
                matter.actor(),
                matter.clock(),
                matter.named(),
                sheets,
                matter.demanded(),
                matter.readings(),
                matter.gates(),
                matter.waivers(),
                matter.approvals(),
                texts);
        return new Stored(put(Json.bytes(written), contents), contents);
    }

    private static @Nullable Digest put(@Nullable FactSheet sheet, Map<Digest, byte[]> contents) {
        return sheet == null ? null : put(Json.bytes(sheet), contents);
    }

    private static Digest put(byte[] content, Map<Digest, byte[]> contents) {
        Digest digest = Digest.of(content);
        contents.put(digest, content);
        return digest;
    }

    /// A record with all that its matter is made of.
    ///
    /// @throws InvalidInputException when the records lack a part of it, or a part was altered
    public static KeptRecord export(DecisionRecord record, Records records) {
        Digest matter = new Digest(record.matter());
        byte[] content = one(matter, records);
        Map<Digest, byte[]> contents =
                new HashMap<>(checked(Json.read(content, Written.class).digests(), records));
        contents.put(matter, content);
        return KeptRecord.of(record, contents);
    }

    /// Reads a matter back.
    ///
    /// @throws InvalidInputException when the records lack a part of it, or a part was altered
    public static Restored restore(Digest matter, Records records) {
        Written written = Json.read(one(matter, records), Written.class);
        Map<Digest, byte[]> contents = checked(written.digests(), records);
        Map<String, Map<String, String>> texts = new TreeMap<>();
        written.texts.forEach((set, named) -> {
            Map<String, String> text = new TreeMap<>();
            named.forEach((name, digest) -> text.put(name, new String(get(digest, contents), StandardCharsets.UTF_8)));
            texts.put(set, text);
        });
        return new Restored(matter(written, contents), texts);
    }

    private static Matter matter(Written written, Map<Digest, byte[]> contents) {
        return new Matter(
                written.change,
                written.actor,
                written.clock,
                written.named,
                written.sheets.stream()
                        .map(pair -> new SheetPair(sheet(pair.before, contents), sheet(pair.after, contents)))
                        .toList(),
                Objects.requireNonNullElse(written.demanded, Demanded.NOTHING),
                written.readings,
                written.gates,
                written.waivers,
                written.approvals);
    }

    private static @Nullable FactSheet sheet(@Nullable Digest digest, Map<Digest, byte[]> contents) {
        return digest == null ? null : FactSheet.read(get(digest, contents));
    }

    private static byte[] one(Digest digest, Records records) {
        return get(digest, checked(List.of(digest), records));
    }

    private static Map<Digest, byte[]> checked(List<Digest> digests, Records records) {
        Map<Digest, byte[]> contents = records.contents(digests);
        for (Digest digest : digests) {
            if (!Digest.of(get(digest, contents)).equals(digest)) {
                throw new InvalidInputException(
                        "The content of " + digest + " was altered", "take the record from a backup");
            }
        }
        return contents;
    }

    private static byte[] get(Digest digest, Map<Digest, byte[]> contents) {
        byte[] content = contents.get(digest);
        if (content == null) {
            throw new InvalidInputException(
                    "The record lacks the content of " + digest,
                    "give the whole record, or ask the server that keeps it");
        }
        return content;
    }

    private record Sheets(@Nullable Digest before, @Nullable Digest after) {}

    private record Written(
            Change change,
            Actor actor,
            Instant clock,
            Set<EntityRef> named,
            List<Sheets> sheets,
            @Nullable Demanded demanded,
            Map<String, Reading> readings,
            List<Gate> gates,
            List<Waiver> waivers,
            List<Approval> approvals,
            Map<String, Map<String, Digest>> texts) {
        /// Everything that it names.
        private List<Digest> digests() {
            List<Digest> digests = new ArrayList<>();
            sheets.stream()
                    .flatMap(pair -> Stream.of(Optional.ofNullable(pair.before), Optional.ofNullable(pair.after)))
                    .flatMap(Optional::stream)
                    .forEach(digests::add);
            texts.values().forEach(named -> digests.addAll(named.values()));
            return digests;
        }
    }
}
