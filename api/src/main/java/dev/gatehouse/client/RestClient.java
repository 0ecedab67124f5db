package dev.gatehouse.client;

import dev.gatehouse.usecase.UseCases;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The use cases, answered by a server. The actor that is given to each is not sent: the server knows who asks by the
/// token alone.
///
/// Beside what a use case says it throws: [ServerUnreachableException], [ServerFailedException],
/// [RefusedException][dev.gatehouse.access.RefusedException] where the token is not known, and
/// [StoreException][dev.gatehouse.graph.StoreException] where the server's store does not answer.
public final class RestClient {
    /// The longest silence before an answer has ended.
    public static final Duration DEADLINE = Duration.ofMinutes(2);

    /// An import reads and writes all of a source, so it may take so many times as long.
    private static final int IMPORT = 10;

    private RestClient() {}

    /// How a server does. The parameters are those of [#of].
    public static ServerHealth health(URI server, @Nullable String token, @Nullable Path authority, Duration deadline) {
        return new Connection(Trust.of(authority), server, token, deadline).health(ServerHealth.class);
    }

    /// @param server `https://gatehouse.example.com`
    /// @param token the bearer token, or null to read without
    /// @param authority PEM file with the certificates by which the server is known; null takes those Java trusts
    /// @throws dev.gatehouse.document.InvalidInputException when the authority cannot be read
    public static UseCases of(URI server, @Nullable String token, @Nullable Path authority, Duration deadline) {
        var trust = Trust.of(authority);
        Connection connection = new Connection(trust, server, token, deadline);
        RemoteCatalog catalog =
                new RemoteCatalog(connection, new Connection(trust, server, token, deadline.multipliedBy(IMPORT)));
        RemoteDecisions decisions = new RemoteDecisions(connection);
        return new UseCases(
                catalog::replace,
                decisions::assess,
                decisions.records(),
                decisions.approve(),
                decisions::explain,
                decisions.records(),
                catalog::blastRadius,
                catalog::findings,
                catalog.waivers(),
                decisions::evaluate,
                decisions.evaluations(),
                decisions.evaluations(),
                catalog::rules,
                catalog.entities());
    }
}
