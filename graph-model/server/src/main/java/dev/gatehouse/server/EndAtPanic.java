package dev.gatehouse.server;

import org.neo4j.graphdb.event.DatabaseEventContext;
import org.neo4j.graphdb.event.DatabaseEventListenerAdapter;

/// Ends the process when a database has given up, as it does when its disk is full: it would refuse everything from
/// then on. Whoever started the process starts another, which recovers what was committed.
final class EndAtPanic extends DatabaseEventListenerAdapter {
    @Override
    public void databasePanic(DatabaseEventContext context) {
        System.err.println(
                "The database " + context.getDatabaseName() + " gave up; is its disk full? Its folder logs says more.");
        // An orderly end would write, which is what failed.
        Runtime.getRuntime().halt(1);
    }
}
