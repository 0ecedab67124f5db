/// The architecture as a graph: the immutable [Snapshot][dev.gatehouse.graph.Snapshot] in sparse arrays, a change laid
/// over it, and the ports that keep it: [Graph][dev.gatehouse.graph.Graph] (revisions),
/// [Journal][dev.gatehouse.graph.Journal] (what happened, in order) and [Blobs][dev.gatehouse.graph.Blobs] (content by
/// digest).
///
/// Catalogs write to it, fact sheets are drawn from it. Pure: no clock, no threads, no input or output; adapters are
/// the leaves `memory` and `neo4j`. Questions about paths and reach live in `graph.traversal`.
@NullMarked
package dev.gatehouse.graph;

import org.jspecify.annotations.NullMarked;
