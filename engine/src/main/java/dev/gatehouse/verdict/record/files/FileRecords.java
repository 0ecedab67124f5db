package dev.gatehouse.verdict.record.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Digest;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.files.FileTrouble;
import dev.gatehouse.document.files.WholeFile;
import dev.gatehouse.graph.StoreException;
import dev.gatehouse.verdict.record.DecisionRecord;
import dev.gatehouse.verdict.record.KeptRecord;
import dev.gatehouse.verdict.record.Records;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One file a decision, `<id>.json`: a [KeptRecord]. A file appears whole or not at all.
public final class FileRecords implements Records {
    /// As much as one array holds: a record has all the sheets of a decision.
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// What no record is without.
    private static final List<String> NEEDED = List.of(
            "/contents",
            "/record/decisionId",
            "/record/decidedAt",
            "/record/decidedBy",
            "/record/matter",
            "/record/judgement/change",
            "/record/judgement/environment",
            "/record/judgement/clock",
            "/record/judgement/verdict");

    private final Path folder;
    private final Map<Digest, byte[]> opened = new HashMap<>();
    private final Map<String, DecisionRecord> records = new HashMap<>();

    /// @param folder made when the first record is kept
    public FileRecords(Path folder) {
        this.folder = folder;
    }

    /// Where the record with that id stands.
    public Path file(String decisionId) {
        if (!ID.matcher(decisionId).matches()) {
            throw new InvalidInputException(
                    "'" + decisionId + "' is no decision id", "ids have up to 64 letters, digits, - and _");
        }
        return folder.resolve(decisionId + ".json");
    }

    @Override
    public void keep(DecisionRecord decision, Map<Digest, byte[]> contents) {
        opened.putAll(contents);
        Path target = file(decision.decisionId());
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".record", ".part");
            try {
                write(part, Json.bytes(KeptRecord.of(decision, contents)));
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The record could not be written to " + target + " (" + FileTrouble.why(e)
                            + "); check the disk's space and the folder's permissions",
                    e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    @Override
    public Optional<DecisionRecord> find(String decisionId) {
        Path file = file(decisionId);
        DecisionRecord elsewhere = records.get(decisionId);
        return elsewhere != null
                ? Optional.of(elsewhere)
                : Files.exists(file) ? Optional.of(know(read(file))) : Optional.empty();
    }

    /// Takes up a record from elsewhere, without keeping it.
    public DecisionRecord know(KeptRecord kept) {
        opened.putAll(kept.bytes());
        records.put(kept.record().decisionId(), kept.record());
        return kept.record();
    }

    /// The record in a file anywhere.
    ///
    /// @throws InvalidInputException when there is no record in it
    public static KeptRecord read(Path file) {
        try {
            return Json.fromTree(tree(file), KeptRecord.class);
        } catch (IllegalArgumentException e) {
            throw noRecord(file, "it has another shape");
        }
    }

    private static ObjectNode tree(Path file) {
        ObjectNode tree = object(file);
        List<String> lacking = NEEDED.stream()
                .filter(pointer -> tree.at(pointer).isMissingNode())
                .toList();
        if (!lacking.isEmpty()) {
            throw noRecord(file, "it lacks " + String.join(", ", lacking));
        }
        return tree;
    }

    private static ObjectNode object(Path file) {
        try {
            return Json.read(WholeFile.read(file, LARGEST), ObjectNode.class);
        } catch (IOException e) {
            throw new InvalidInputException(
                    file + " cannot be read: " + FileTrouble.why(e), "check the path, or give a decision's id");
        } catch (InvalidInputException e) {
            throw noRecord(file, "it holds no JSON object");
        }
    }

    private static InvalidInputException noRecord(Path file, String why) {
        return new InvalidInputException(
                file + " is no record of a decision: " + why, "give the file that check wrote, or a decision's id");
    }

    @Override
    public Map<Digest, byte[]> contents(List<Digest> digests) {
        Map<Digest, byte[]> found = new HashMap<>();
        digests.stream().filter(opened::containsKey).forEach(digest -> found.put(digest, opened.get(digest)));
        return found;
    }
}
