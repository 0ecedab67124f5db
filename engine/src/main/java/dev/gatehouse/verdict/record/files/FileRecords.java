package dev.gatehouse.verdict.record.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.files.FileTrouble;
import dev.gatehouse.document.files.WholeFile;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.KeptRecord;
import dev.gatehouse.verdict.record.RecordKind;
import dev.gatehouse.verdict.record.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One file a record, `<id>.json`: a [KeptRecord]. A file appears whole or not at all.
public final class FileRecords<R extends Envelope> implements Records<R> {
    /// As much as one array holds: a record has all the sheets that were judged.
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final Path folder;
    private final RecordKind<R> kind;
    private final Map<Digest, byte[]> opened = new HashMap<>();
    private final Map<String, R> records = new HashMap<>();

    /// @param folder made when the first record is kept; other kinds may stand in it too
    public FileRecords(Path folder, RecordKind<R> kind) {
        this.folder = folder;
        this.kind = kind;
    }

    /// Where the record with that id stands.
    public Path file(String id) {
        if (!RecordKind.isId(id)) {
            throw new InvalidInputException(
                    "'" + id + "' is no id of a " + kind.word(),
                    "an id is a letter or digit, then up to 63 more, - and _");
        }
        return folder.resolve(id + ".json");
    }

    @Override
    public void keep(R envelope, Map<Digest, byte[]> contents) {
        opened.putAll(contents);
        Path target = file(envelope.id());
        try {
            WholeFile.write(target, Json.bytes(KeptRecord.of(envelope, contents)));
        } catch (IOException e) {
            throw new StoreException(
                    "The record could not be written to " + target + " (" + FileTrouble.why(e)
                            + "); check the disk's space and the folder's permissions",
                    e);
        }
    }

    @Override
    public Optional<R> find(String id) {
        Path file = file(id);
        R elsewhere = records.get(id);
        return elsewhere != null
                ? Optional.of(elsewhere)
                : Files.exists(file) ? Optional.of(know(read(file, kind))) : Optional.empty();
    }

    /// Takes up a record from elsewhere, without keeping it.
    public R know(KeptRecord<R> kept) {
        opened.putAll(kept.bytes());
        records.put(kept.record().id(), kept.record());
        return kept.record();
    }

    /// The record in a file anywhere.
    ///
    /// @param kinds those that it may be of
    /// @throws InvalidInputException when there is none of these in it
    public static KeptRecord<?> read(Path file, List<RecordKind<?>> kinds) {
        ObjectNode tree = object(file, kinds.getFirst());
        RecordKind<?> kind = kinds.stream()
                .filter(one -> tree.path(KeptRecord.RECORD).has(one.idKey()))
                .findFirst()
                .orElse(kinds.getFirst());
        return read(file, tree, kind);
    }

    private static <R extends Envelope> KeptRecord<R> read(Path file, RecordKind<R> kind) {
        return read(file, object(file, kind), kind);
    }

    private static <R extends Envelope> KeptRecord<R> read(Path file, ObjectNode tree, RecordKind<R> kind) {
        try {
            return KeptRecord.of(tree, kind.type());
        } catch (IllegalArgumentException e) {
            throw noRecord(file, kind, String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode object(Path file, RecordKind<?> kind) {
        try {
            return Json.read(WholeFile.read(file, LARGEST), ObjectNode.class);
        } catch (IOException e) {
            throw new InvalidInputException(
                    file + " cannot be read: " + FileTrouble.why(e),
                    "check the path, or give a " + kind.word() + "'s id");
        } catch (InvalidInputException e) {
            throw noRecord(file, kind, "it holds no JSON object");
        }
    }

    private static InvalidInputException noRecord(Path file, RecordKind<?> kind, String why) {
        return new InvalidInputException(
                file + " is no record of a " + kind.word() + ": " + why,
                "give the file that was written then, or a " + kind.word() + "'s id");
    }

    @Override
    public Map<Digest, byte[]> contents(List<Digest> digests) {
        Map<Digest, byte[]> found = new HashMap<>();
        digests.stream().filter(opened::containsKey).forEach(digest -> found.put(digest, opened.get(digest)));
        return found;
    }
}
