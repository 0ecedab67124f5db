/// Questions about paths and reach on a [Snapshot][dev.gatehouse.graph.Snapshot]: who is affected
/// ([BlastRadius][dev.gatehouse.graph.traversal.BlastRadius]), what something needs, which hard dependencies run in
/// circles, what availability and latency a component's dependencies leave it, and the path questions of rules.
///
/// Answers are the same for equal architectures, whether laid over each other or built at once: ties are broken by
/// reference, never by number. Each answer costs what the search reaches, not the graph, unless its description says
/// otherwise. Fact sheets ask here. Observed dependencies count for nothing unless a question names them.
@NullMarked
package dev.gatehouse.graph.traversal;

import org.jspecify.annotations.NullMarked;
