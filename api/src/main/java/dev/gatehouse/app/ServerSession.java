package dev.gatehouse.app;

import dev.gatehouse.cli.Backends;
import dev.gatehouse.client.RestClient;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.UseCases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Answers by a server; who asks is known from the token.
record ServerSession(UseCases useCases) implements Backends.Session {
    static ServerSession open(Settings settings, @Nullable String url) {
        Settings.Asked asked = settings.asked();
        try {
            URI server = url == null ? asked.url() : URI.create(url);
            return new ServerSession(RestClient.of(server, token(settings), asked.authority(), RestClient.DEADLINE));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("'" + url + "' is no address of a server", "write http://host:port");
        }
    }

    /// As configured, else the administrator's, where it can be read.
    private static @Nullable String token(Settings settings) {
        Path file = settings.home().resolve("token");
        String given = settings.asked().token();
        if (given != null || !Files.isReadable(file)) {
            return given;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), "set GATEHOUSE_TOKEN");
        }
    }

    @Override
    public Actor actor() {
        return Actor.ADMINISTRATOR;
    }

    @Override
    public @Nullable Path recordFile(String decisionId) {
        return null;
    }

    @Override
    public void close() {}
}
