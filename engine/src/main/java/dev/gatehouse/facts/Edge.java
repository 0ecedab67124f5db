package dev.gatehouse.facts;

import dev.gatehouse.graph.traversal.Hop;

/// A fact that is an edge of the graph.
public sealed interface Edge permits Needs, NeededBy, Sends, Receives {
    /// The edge in its declared direction: from who needs, or sends.
    Hop hop();
}
