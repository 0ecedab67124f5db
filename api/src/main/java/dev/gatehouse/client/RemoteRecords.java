package dev.gatehouse.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.Lookup;
import dev.gatehouse.usecase.Replay;
import dev.gatehouse.verdict.record.Envelope;
import dev.gatehouse.verdict.record.KeptRecord;
import dev.gatehouse.verdict.record.RecordKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The records of one kind that a server keeps.
///
/// @param resource path segments of all of them
record RemoteRecords<R extends Envelope>(Connection connection, List<String> resource, RecordKind<R> kind)
        implements Lookup<R>, Replay {
    @Override
    public R find(Actor actor, String id) {
        return connection.get(path(id), Map.of(), kind.type());
    }

    @Override
    public KeptRecord<R> export(Actor actor, String id) {
        return KeptRecord.of(connection.get(path(id, "evidence"), Map.of(), ObjectNode.class), kind.type());
    }

    @Override
    public Result run(Actor actor, String id) {
        return again(id, false);
    }

    @Override
    public Result runWithCurrentRules(Actor actor, String id) {
        return again(id, true);
    }

    private Result again(String id, boolean currentRules) {
        return connection.post(
                path(id, "replay"), Map.of("currentRules", String.valueOf(currentRules)), Map.of(), Result.class);
    }

    /// Of one of them, or of something about it.
    String path(String... segments) {
        return Connection.path(
                Stream.concat(resource.stream(), Stream.of(segments)).toArray(String[]::new));
    }
}
