package dev.gatehouse.app;

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
/// @param serverUrl the server that commands ask
/// @param host that `serve` listens on
/// @param port that `serve` listens on
/// @param graphUri another Neo4j; null starts our own
/// @param graphUser its user
/// @param graphPassword its password; only from the environment
/// @param token that commands send; null takes the one in the home folder
record Settings(
        Path root,
        Path home,
        List<Path> rules,
        List<Path> policies,
        List<String> sources,
        String serverUrl,
        String host,
        int port,
        @Nullable String graphUri,
        String graphUser,
        @Nullable String graphPassword,
        @Nullable String token) {
    static final int DEFAULT_PORT = 8410;

    /// Where the records of decisions on files are kept.
    Path decisions() {
        return home.resolve("decisions");
    }

    /// Where our own Neo4j keeps its data.
    Path graphData() {
        return home.resolve("graph");
    }
}
