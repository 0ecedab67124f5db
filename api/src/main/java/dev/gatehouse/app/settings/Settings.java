package dev.gatehouse.app.settings;

import dev.gatehouse.rest.RestConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The configuration: flags over `GATEHOUSE_*` over `gatehouse.yaml` over what ships.
///
/// @param root where Gatehouse is installed: its rules, policies and samples
/// @param home where its state lies
/// @param rules folders of rules, the shipped one first
/// @param policies folders of policies, the shipped one first
/// @param sources names of sources, the first wins where two declare the same
/// @param listen where and how `serve` listens
/// @param asked the server that commands ask
/// @param graph another Neo4j; null starts our own
/// @param opa another OPA; null starts our own
public record Settings(
        Path root,
        Path home,
        List<Path> rules,
        List<Path> policies,
        List<String> sources,
        RestConfig listen,
        Asked asked,
        @Nullable Service graph,
        @Nullable Service opa) {
    /// What it is read from, in the folder that a command is run in.
    public static final String FILE = "gatehouse.yaml";

    public static final int DEFAULT_PORT = 8410;

    public Settings {
        rules = List.copyOf(rules);
        policies = List.copyOf(policies);
        sources = List.copyOf(sources);
    }

    /// Where the records of decisions on files are kept.
    public Path decisions() {
        return home.resolve("decisions");
    }

    /// Where our own Neo4j keeps its data.
    public Path graphData() {
        return home.resolve("graph");
    }

    /// A server that commands ask.
    ///
    /// @param named whether somebody configured its address; else it is the one at which our own would listen
    /// @param ofTheFile whether the address comes from `gatehouse.yaml`, where whoever can edit it chooses it
    /// @param authority PEM file with the certificates by which it is known; null takes Java's
    /// @param token to send; null takes the one in the home folder, for a server of this machine
    public record Asked(
            URI url,
            boolean named,
            boolean ofTheFile,
            @Nullable Path authority,
            @Nullable String token) {
        /// Without the token.
        @Override
        public String toString() {
            return "Asked[" + url + "]";
        }
    }

    /// A service that somebody else runs.
    ///
    /// @param user null where it knows none
    /// @param secret password or token; only from the environment
    public record Service(
            URI url, @Nullable String user, @Nullable String secret) {
        /// Without the secret.
        @Override
        public String toString() {
            return "Service[" + url + "]";
        }
    }
}
