package dev.gatehouse.client;

import dev.gatehouse.usecase.UseCases;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The use cases, answered by a server. The actor that is given to each is not sent: the server knows who asks by the
/// token alone.
///
/// Beside what a use case says it throws: [ServerUnreachableException], [ServerFailedException],
/// [RefusedException][dev.gatehouse.access.RefusedException] where the token is not known, and
/// [StoreException][dev.gatehouse.graph.StoreException] where the server's store does not answer.
public final class RestClient {
    /// How long an answer may take.
    public static final Duration DEADLINE = Duration.ofMinutes(2);

    private RestClient() {}

    /// @param server `https://gatehouse.example.com`
    /// @param token the bearer token, or null to read without
    public static UseCases of(URI server, @Nullable String token, Duration deadline) {
        Connection connection = new Connection(server, token, deadline);
        RemoteCatalog catalog = new RemoteCatalog(connection);
        RemoteDecisions decisions = new RemoteDecisions(connection);
        return new UseCases(
                catalog::replace,
                decisions::assess,
                decisions::find,
                decisions.approve(),
                decisions::explain,
                decisions.replay(),
                catalog::blastRadius,
                catalog::findings,
                catalog.waivers(),
                decisions::evaluate,
                catalog.entities());
    }
}
