package dev.gatehouse.server;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionData.DataSelection;
import org.neo4j.graphdb.event.TransactionEventListenerAdapter;

/// Watches for writes by anybody but Gatehouse, whose transactions say so in their metadata (`by: gatehouse`). Another
/// one takes the property `unedited` from the graph's head in that very transaction, so no crash can part the two.
final class Watch extends TransactionEventListenerAdapter<Object> {
    @Override
    public @Nullable Object beforeCommit(TransactionData data, Transaction tx, GraphDatabaseService graph) {
        if (data.hasDataChanges() && !"gatehouse".equals(data.metaData().get("by"))) {
            Node head = tx.findNode(Label.label("Head"), "id", "head");
            if (head != null) {
                head.removeProperty("unedited");
            }
        }
        return null;
    }

    /// Nothing of what changed, which would be gathered for each transaction.
    @Override
    public Set<DataSelection> transactionDataSelection() {
        return Set.of();
    }
}
