package dev.gatehouse.document.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds the trees of one file's documents, value by value, within the limits on depth and number of values.
///
/// What an alias stands for is shared, not copied, yet counted as often as it appears: a file that would explode when
/// walked is refused before it does.
final class TreeBuilder {
    static final int MAX_DEPTH = 100;
    static final int MAX_VALUES = 2_000_000;

    private final String file;
    private final List<Diagnostic> diagnostics;
    private final Deque<Frame> open = new ArrayDeque<>();
    private Map<String, Position> positions = new HashMap<>();
    private JsonNode root = MissingNode.getInstance();
    private long values;
    private boolean whole = true;

    TreeBuilder(String file, List<Diagnostic> diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /// Forgets what a broken document left behind.
    void startDocument() {
        open.clear();
        positions = new HashMap<>();
        root = MissingNode.getInstance();
        whole = true;
    }

    Document document() {
        return new Document(file, root, positions, whole);
    }

    /// True once the root value has ended.
    boolean isWhole() {
        return open.isEmpty() && !root.isMissingNode();
    }

    boolean expectsKey() {
        Frame frame = open.peek();
        return frame != null && frame.node.isObject() && frame.key == null;
    }

    void openMapping(int line, int column) throws UnreadableException {
        open(JsonNodeFactory.instance.objectNode(), line, column);
    }

    void openSequence(int line, int column) throws UnreadableException {
        open(JsonNodeFactory.instance.arrayNode(), line, column);
    }

    private void open(ContainerNode<?> node, int line, int column) throws UnreadableException {
        if (open.size() >= MAX_DEPTH) {
            throw UnreadableException.document(
                    new Position(file, line, column, null),
                    "values are nested more than " + MAX_DEPTH + " deep",
                    "flatten them");
        }
        long before = values;
        String pointer = value(node, 1, line, column);
        open.push(new Frame(node, pointer, before));
    }

    /// Ends the innermost mapping or sequence.
    Sized close() {
        Frame frame = open.pop();
        return new Sized(frame.node, values - frame.valuesBefore);
    }

    void key(String key, int line, int column) {
        Frame frame = open.element();
        String pointer = frame.pointer + "/" + key.replace("~", "~0").replace("/", "~1");
        Position position = new Position(file, line, column, pointer);
        Position first = frame.node.has(key) ? positions.get(pointer) : null;
        frame.key = key;
        frame.keyPointer = pointer;
        frame.repeated = first != null;
        if (first == null) {
            positions.put(pointer, position);
        } else {
            whole = false;
            diagnostics.add(Diagnostic.error(
                    position,
                    "the key '" + key + "' stands twice in this mapping, first in line " + first.line(),
                    "remove one of the two"));
        }
    }

    /// Adds a value that counts for `size`; of a repeated key the first value stays. Gives the value's pointer.
    String value(JsonNode node, long size, int line, int column) throws UnreadableException {
        values += size;
        if (values > MAX_VALUES) {
            throw UnreadableException.explosion(
                    file,
                    line,
                    column,
                    "the file has more than " + MAX_VALUES + " values once aliases are expanded",
                    "split it, or use fewer aliases inside of aliases");
        }
        Frame frame = open.peek();
        if (frame == null) {
            root = node;
            positions.put("", new Position(file, line, column, ""));
            return "";
        }
        return frame.node instanceof ArrayNode list
                ? item(frame, list, node, line, column)
                : entry(frame, (ObjectNode) frame.node, node);
    }

    private String item(Frame frame, ArrayNode list, JsonNode node, int line, int column) {
        String pointer = frame.pointer + "/" + list.size();
        list.add(node);
        positions.putIfAbsent(pointer, new Position(file, line, column, pointer));
        return pointer;
    }

    private static String entry(Frame frame, ObjectNode mapping, JsonNode node) {
        if (!frame.repeated && frame.key != null) {
            mapping.set(frame.key, node);
        }
        frame.key = null;
        return frame.keyPointer;
    }

    Position at(int line, int column) {
        Frame frame = open.peek();
        return new Position(file, line, column, frame == null ? "" : frame.pointer);
    }

    /// A value, and how many values it holds, itself included.
    record Sized(JsonNode node, long size) {}

    private static final class Frame {
        private final ContainerNode<?> node;
        private final String pointer;
        private final long valuesBefore;
        private @Nullable String key;
        private String keyPointer = "";
        private boolean repeated;

        Frame(ContainerNode<?> node, String pointer, long valuesBefore) {
            this.node = node;
            this.pointer = pointer;
            this.valuesBefore = valuesBefore;
        }
    }
}
