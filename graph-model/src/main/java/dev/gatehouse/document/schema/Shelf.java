package dev.gatehouse.document.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Finds schemas on the class path. Each module that has some lists their kinds in its own `index`, a line a kind.
final class Shelf {
    private static final String FOLDER = "dev/gatehouse/schemas/";
    private static final List<String> KINDS = index();
    private static final String DEFINITIONS = load("definitions");
    private static final ConcurrentMap<String, KindSchema> SCHEMAS = new ConcurrentHashMap<>();

    private Shelf() {}

    static List<String> kinds() {
        return KINDS;
    }

    static @Nullable KindSchema find(String kind) {
        return KINDS.contains(kind) ? named(kind) : null;
    }

    static KindSchema named(String schema) {
        return SCHEMAS.computeIfAbsent(schema, name -> new KindSchema(load(name), DEFINITIONS));
    }

    private static List<String> index() {
        try {
            List<String> kinds = new ArrayList<>();
            for (URL index : Collections.list(Shelf.class.getClassLoader().getResources(FOLDER + "index"))) {
                try (InputStream lines = index.openStream()) {
                    text(lines).lines().forEach(kinds::add);
                }
            }
            return kinds.stream().sorted().distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String load(String name) {
        try (InputStream file = Shelf.class.getClassLoader().getResourceAsStream(FOLDER + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no schema '" + name + "'");
            }
            return text(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
