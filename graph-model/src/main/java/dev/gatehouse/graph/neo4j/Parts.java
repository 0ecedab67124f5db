package dev.gatehouse.graph.neo4j;

import dev.gatehouse.document.Json;
import dev.gatehouse.graph.Delta;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A difference in pieces: canonical JSON, compressed, each small enough for one property and one transaction.
final class Parts {
    /// Entities a piece: some 3 MB of text, a tenth of that compressed.
    static final int SIZE = 10_000;
    /// How many pieces are made while another is written.
    static final int AHEAD = 2;

    private Parts() {}

    /// One piece.
    record Part(List<Declaration> puts, List<EntityRef> removes) {}

    /// The pieces of a difference, in order.
    static List<Part> of(Delta delta) {
        List<Part> parts = new ArrayList<>();
        pieces(delta.puts().values()).forEach(puts -> parts.add(new Part(puts, List.of())));
        pieces(delta.removes()).forEach(removes -> parts.add(new Part(List.of(), removes)));
        return parts;
    }

    /// The values in lists of at most [#SIZE].
    static <T> List<List<T>> pieces(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            pieces.add(all.subList(from, Math.min(from + SIZE, all.size())));
        }
        return pieces;
    }

    static byte[] write(Part part) {
        return deflate(Json.bytes(part));
    }

    static Part read(byte[] bytes) {
        return Json.readRuns(() -> inflating(bytes), Part.class);
    }

    static byte[] deflate(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4 + 64);
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
                DeflaterOutputStream compressed = new DeflaterOutputStream(bytes, deflater)) {
            compressed.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream inflating(byte[] bytes) {
        return new InflaterInputStream(new ByteArrayInputStream(bytes));
    }

    static byte[] inflate(byte[] bytes) {
        try (InputStream content = inflating(bytes)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
