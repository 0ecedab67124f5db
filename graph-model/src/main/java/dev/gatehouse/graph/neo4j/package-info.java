/// The ports of the graph on Neo4j, over Bolt: a server that we start ([GraphServer]) or any other.
///
/// The truth is the history: a chain of revision nodes, each with its difference in compressed parts, now and then with
/// everything. The present architecture stands beside it as plain nodes and relationships for anyone's Cypher; it is
/// written with the revision, compared at start, and can be written anew from the history.
@NullMarked
package dev.gatehouse.graph.neo4j;

import org.jspecify.annotations.NullMarked;
