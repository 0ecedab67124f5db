package dev.gatehouse.document.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.document.yaml.TreeBuilder.Sized;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Turns the parser's events of one document into builder calls. Works on events rather than on composed nodes, since
/// composing is recursive and would end deep nesting with an overflow of the stack.
final class YamlEvents {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    private static final ScalarResolver RESOLVER = SETTINGS.getSchema().getScalarResolver();

    private final String text;
    private final int linesBefore;
    private final TreeBuilder builder;
    private final Map<Anchor, Sized> anchors = new HashMap<>();
    private final Deque<Optional<Anchor>> open = new ArrayDeque<>();

    YamlEvents(String text, int linesBefore, TreeBuilder builder) {
        this.text = text;
        this.linesBefore = linesBefore;
        this.builder = builder;
    }

    void read() throws UnreadableException {
        ParserImpl events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
        while (events.hasNext()) {
            Event event = events.next();
            switch (event) {
                case ScalarEvent scalar -> scalar(scalar);
                case AliasEvent alias -> alias(alias);
                case CollectionStartEvent start -> open(start);
                default -> close(event.getEventId());
            }
        }
    }

    private void open(CollectionStartEvent event) throws UnreadableException {
        refuseAsKey(event);
        if (event instanceof MappingStartEvent) {
            builder.openMapping(line(event), column(event));
        } else {
            builder.openSequence(line(event), column(event));
        }
        open.push(event.getAnchor());
    }

    private void close(Event.ID event) {
        if (event == Event.ID.MappingEnd || event == Event.ID.SequenceEnd) {
            Sized closed = builder.close();
            open.pop().ifPresent(anchor -> anchors.put(anchor, closed));
        }
    }

    private void scalar(ScalarEvent event) throws UnreadableException {
        if (builder.expectsKey()) {
            event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Sized(text(event), 1)));
            builder.key(event.getValue(), line(event), column(event));
            return;
        }
        JsonNode node = Scalars.of(event.getValue(), tag(event))
                .orElseThrow(() -> UnreadableException.document(
                        builder.at(line(event), column(event)),
                        "a number has more than " + Scalars.MAX_DIGITS + " digits",
                        "put it in quotes if it is a text"));
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Sized(node, 1)));
        builder.value(node, 1, line(event), column(event));
    }

    private static JsonNode text(ScalarEvent event) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(event.getValue());
    }

    private void alias(AliasEvent event) throws UnreadableException {
        Anchor name = event.getAlias();
        Sized target = anchors.get(name);
        if (target == null) {
            throw UnreadableException.document(
                    builder.at(line(event), column(event)),
                    "the alias '*" + name + "' stands for nothing, or for what it stands in",
                    "define the anchor '&" + name + "' before it");
        }
        if (!builder.expectsKey()) {
            builder.value(target.node(), target.size(), line(event), column(event));
        } else if (target.node().isValueNode()) {
            builder.key(target.node().asText(), line(event), column(event));
        } else {
            refuseAsKey(event);
        }
    }

    private void refuseAsKey(Event event) throws UnreadableException {
        if (builder.expectsKey()) {
            throw UnreadableException.document(
                    builder.at(line(event), column(event)),
                    "a mapping or list stands where a key is expected",
                    "use a text as the key, in quotes if it holds braces");
        }
    }

    private static Tag tag(ScalarEvent event) {
        @Nullable
        String explicit = event.getTag().filter(tag -> !tag.equals("!")).orElse(null);
        if (explicit != null) {
            return new Tag(explicit);
        }
        return event.isPlain() ? RESOLVER.resolve(event.getValue(), true) : Tag.STR;
    }

    private int line(Event event) {
        return linesBefore + event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }
}
