package dev.gatehouse.verdict.record;

import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.facts.assembly.RecordedInterests;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Written written = new Written(
                matter.change(),
                matter.actor(),
                matter.clock(),
                matter.named(),
                sheets,
                matter.interests(),
                matter.readings(),
                matter.gates(),
                matter.waivers(),
                matter.approvals(),
                TextDigests.store(judges, contents));
        return new Stored(Contents.put(Json.bytes(written), contents), contents);
    }

    private static @Nullable Digest put(@Nullable FactSheet sheet, Map<Digest, byte[]> contents) {
        return sheet == null ? null : Contents.put(Json.bytes(sheet), contents);
    }

    /// A matter's content, with all that it names.
    ///
    /// @throws InvalidInputException when a part of it is not there, or was altered
    public static Map<Digest, byte[]> contents(Digest matter, Contents kept) {
        byte[] content = kept.one(matter);
        Written written = Json.read(content, Written.class);
        Map<Digest, byte[]> contents = new HashMap<>(Map.of(matter, content));
        contents.putAll(kept.checked(written.sheetDigests()));
        contents.putAll(kept.checked(TextDigests.digests(written.texts)));
        return contents;
    }

    /// Reads a matter back.
    ///
    /// @throws InvalidInputException when a part of it is not there, or was altered
    public static Restored restore(Digest matter, Contents kept) {
        Written written = Json.read(kept.one(matter), Written.class);
        Matter restored = matter(written, kept.checked(written.sheetDigests()));
        return new Restored(restored, TextDigests.restore(written.texts, kept));
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
                written.interests,
                written.readings,
                written.gates,
                written.waivers,
                written.approvals);
    }

    private static @Nullable FactSheet sheet(@Nullable Digest digest, Map<Digest, byte[]> contents) {
        return digest == null ? null : FactSheet.read(Contents.get(digest, contents));
    }

    private record Sheets(@Nullable Digest before, @Nullable Digest after) {}

    private record Written(
            Change change,
            Actor actor,
            Instant clock,
            Set<EntityRef> named,
            List<Sheets> sheets,
            RecordedInterests interests,
            Map<String, Reading> readings,
            List<Gate> gates,
            List<Waiver> waivers,
            List<Approval> approvals,
            Map<String, Map<String, Digest>> texts) {
        private List<Digest> sheetDigests() {
            return sheets.stream()
                    .flatMap(pair -> Stream.of(Optional.ofNullable(pair.before), Optional.ofNullable(pair.after)))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
