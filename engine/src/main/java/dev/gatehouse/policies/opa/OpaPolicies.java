package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.findings.Judge;
import dev.gatehouse.policies.Authority;
import dev.gatehouse.policies.NoAnswerException;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.program.OpaBinary;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One policy set, running. It judges sheets and answers questions until it is closed.
public final class OpaPolicies implements AutoCloseable {
    /// How long OPA may take for one request.
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Opa opa;
    private final Judge judge;

    private OpaPolicies(HttpClient http, Opa opa, PolicySet set) {
        this.http = http;
        this.opa = opa;
        this.judge = new OpaJudge(opa, set, this::close);
    }

    /// In a child of ours, which starts with the first question.
    public static OpaPolicies start(OpaBinary binary, PolicySet set, Duration deadline) {
        HttpClient http = client();
        return new OpaPolicies(http, new OpaChild(binary, set, http, deadline), set);
    }

    /// On a server that somebody else runs and that has the very same policies.
    ///
    /// @param token that it asks for; null where it asks for none
    public static OpaPolicies at(URI server, @Nullable String token, PolicySet set, Duration deadline) {
        HttpClient http = client();
        return new OpaPolicies(http, elsewhere(http, server, token, set, deadline), set);
    }

    /// Asks a server that somebody else runs whether it answers and has the very same policies.
    ///
    /// @param token that it asks for; null where it asks for none
    /// @throws NoAnswerException saying what is wrong with it
    public static void verify(URI server, @Nullable String token, PolicySet set, Duration deadline) {
        HttpClient http = client();
        try (OpaElsewhere opa = elsewhere(http, server, token, set, deadline)) {
            opa.verified();
        } catch (OpaFailure failure) {
            throw new NoAnswerException(failure.reason(), failure);
        } finally {
            http.shutdownNow();
        }
    }

    private static OpaElsewhere elsewhere(
            HttpClient http, URI server, @Nullable String token, PolicySet set, Duration deadline) {
        URI base = URI.create(server.toString().replaceFirst("/+$", ""));
        return new OpaElsewhere(new OpaClient(http, base, token, deadline), set);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /// Judges by the policies that find. Closing it closes all of this.
    public Judge judge() {
        return judge;
    }

    /// Answers by the policies that answer: those in packages `gatehouse.…`.
    public Authority authority() {
        return this::answer;
    }

    private JsonNode answer(String question, JsonNode input) {
        JsonNode answer;
        try {
            answer = opa.data("gatehouse/" + question, input);
        } catch (OpaFailure failure) {
            throw new NoAnswerException("policies/" + question + " did not answer: " + failure.reason(), failure);
        }
        if (answer.isMissingNode()) {
            throw new NoAnswerException(
                    "policies/" + question + " says nothing about " + input + "; give the rule a default value", null);
        }
        return answer;
    }

    /// Ends the child.
    @Override
    public void close() {
        opa.close();
        http.shutdownNow();
    }
}
