package dev.gatehouse.app.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `gatehouse.yaml` as it is written; the schema `Settings` says what each key means and what its absence does.
public record SettingsFile(
        @Nullable Paths rules,
        @Nullable Paths policies,
        List<String> sources,
        @Nullable Server server,
        @Nullable Graph graph,
        @Nullable Opa opa) {
    public record Paths(List<String> paths) {}

    public record Server(
            @Nullable String url,
            @Nullable String host,
            @Nullable Integer port,
            List<String> names,
            boolean tokenForReads,
            @Nullable Tls tls) {
        static final Server USUAL = new Server(null, null, null, List.of(), false, null);
    }

    public record Tls(@Nullable String keyStore, @Nullable String authority) {
        static final Tls NONE = new Tls(null, null);
    }

    public record Graph(@Nullable String uri, @Nullable String user) {}

    public record Opa(@Nullable String url) {}
}
