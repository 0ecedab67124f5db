/// The process that holds the graph: Neo4j Community with a Bolt connector on loopback, and nothing else.
///
/// Runs on a class path of its own and talks to Gatehouse over Bolt only.
@NullMarked
package dev.gatehouse.server;

import org.jspecify.annotations.NullMarked;
