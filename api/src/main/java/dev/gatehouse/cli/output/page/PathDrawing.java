package dev.gatehouse.cli.output.page;

import dev.gatehouse.graph.traversal.Hop;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Draws a path of the graph in text: `checkout ──needs──▶ payments ──needs──▶ bank`.
///
/// Each arrow points the way its edge was declared, whichever way the path walks it. A circle is drawn closed
/// where it fits the width, otherwise as a path that ends where it began. Hops that do not hang together
/// stand in lines of their own.
public final class PathDrawing {
    private static final String CONTINUED = "  ";

    private final int width;

    /// @param width in columns; a line is only wider where one arrow and its node are
    public PathDrawing(int width) {
        this.width = width;
    }

    /// The lines of the drawing; none for an empty path. Names in it are made harmless.
    public List<String> draw(List<Hop> path) {
        return walks(path).stream().flatMap(walk -> draw(walk).stream()).toList();
    }

    /// The path in one line, for where a drawing of several would fall apart; a circle ends where it began.
    public static String line(List<Hop> path) {
        PathDrawing wide = new PathDrawing(Integer.MAX_VALUE);
        return walks(path).stream().map(walk -> wide.open(walk).getFirst()).collect(Collectors.joining("; "));
    }

    /// Hops that hang together, and the nodes that they walk: one more than there are hops.
    private record Walk(List<Hop> hops, List<EntityRef> nodes) {
        boolean closed() {
            return hops.size() > 1 && nodes.getFirst().equals(nodes.getLast());
        }
    }

    private static List<Walk> walks(List<Hop> path) {
        List<Walk> walks = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (walks.isEmpty() || !touches(path.get(i), walks.getLast().nodes.getLast())) {
                walks.add(new Walk(new ArrayList<>(), new ArrayList<>(List.of(start(path, i)))));
            }
            Walk walk = walks.getLast();
            walk.hops.add(path.get(i));
            walk.nodes.add(other(path.get(i), walk.nodes.getLast()));
        }
        return walks;
    }

    /// The nodes of a path in the order in which it walks them; none for an empty path.
    public static List<EntityRef> nodes(List<Hop> path) {
        return walks(path).stream().flatMap(walk -> walk.nodes.stream()).toList();
    }

    /// What an edge says: `needs`, `sends to`.
    public static String word(Hop hop) {
        return switch (hop.edge().kind()) {
            case DEPENDENCY -> "needs";
            case FLOW -> "sends to";
            default -> hop.edge().kind().word();
        };
    }

    /// Where a walk that begins with this hop begins: at the end that the next hop does not touch.
    private static EntityRef start(List<Hop> path, int at) {
        Hop hop = path.get(at);
        boolean backwards =
                at + 1 < path.size() && !touches(path.get(at + 1), hop.to()) && touches(path.get(at + 1), hop.from());
        return backwards ? hop.to() : hop.from();
    }

    private static boolean touches(Hop hop, EntityRef node) {
        return hop.from().equals(node) || hop.to().equals(node);
    }

    private static EntityRef other(Hop hop, EntityRef node) {
        return hop.from().equals(node) ? hop.to() : hop.from();
    }

    private List<String> draw(Walk walk) {
        if (walk.closed()) {
            List<String> closed = closed(walk);
            if (Page.length(closed.getFirst()) <= width) {
                return closed;
            }
        }
        return open(walk);
    }

    private List<String> open(Walk walk) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(name(walk.nodes.getFirst()));
        for (int i = 0; i < walk.hops.size(); i++) {
            String step = step(walk.hops.get(i), walk.nodes.get(i));
            if (Page.length(line.toString()) + Page.length(step) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(CONTINUED).append(step.strip());
            } else {
                line.append(step);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /// A circle: its nodes in a line, and below them the way back.
    private static List<String> closed(Walk walk) {
        int last = walk.hops.size() - 1;
        StringBuilder line = new StringBuilder(name(walk.nodes.getFirst()));
        for (int i = 0; i < last; i++) {
            line.append(step(walk.hops.get(i), walk.nodes.get(i)));
        }
        EntityRef node = walk.nodes.get(last);
        Hop back = walk.hops.get(last);
        boolean forward = back.from().equals(node);
        int gap = Page.length(line.toString()) - Page.length(name(node)) - 1;
        String word = word(back);
        int left = (gap - word.length()) / 2;
        return List.of(
                line.toString(),
                (forward ? "▲" : "│") + " ".repeat(gap) + (forward ? "│" : "▲"),
                "└" + "─".repeat(left) + word + "─".repeat(gap - left - word.length()) + "┘");
    }

    private static String step(Hop hop, EntityRef node) {
        String word = word(hop);
        String arrow = hop.from().equals(node) ? " ──" + word + "──▶ " : " ◀──" + word + "── ";
        return arrow + name(other(hop, node));
    }

    /// The short name, with its kind where it is no component, API, resource or external.
    private static String name(EntityRef node) {
        Kind kind = node.kind();
        return SafeText.line(kind.connects() ? node.shortName() : kind.word() + ":" + node.shortName());
    }
}
