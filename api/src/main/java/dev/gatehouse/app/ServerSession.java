package dev.gatehouse.app;

import dev.gatehouse.access.files.FileTokens;
import dev.gatehouse.app.settings.Addresses;
import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.cli.Backends;
import dev.gatehouse.client.RestClient;
import dev.gatehouse.client.ServerHealth;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.files.FileTrouble;
import dev.gatehouse.document.files.WholeFile;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.UseCases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers by a server; who asks is known from the token.
record ServerSession(UseCases useCases) implements Backends.Session {
    private static final String TOKEN = "GATEHOUSE_TOKEN";

    /// How a server does.
    ///
    /// @param url null takes the configured one
    static ServerHealth health(Settings settings, @Nullable String url) {
        URI server = address(settings, url);
        String token = token(settings, server, url == null);
        return RestClient.health(server, token, settings.asked().authority(), RestClient.DEADLINE);
    }

    static ServerSession open(Settings settings, @Nullable String url) {
        URI server = address(settings, url);
        String token = token(settings, server, url == null);
        return new ServerSession(RestClient.of(server, token, settings.asked().authority(), RestClient.DEADLINE));
    }

    /// Where a server is.
    ///
    /// @param url null takes the configured one
    static URI address(Settings settings, @Nullable String url) {
        URI server = url == null ? settings.asked().url() : Addresses.parse(url);
        if (server == null) {
            throw new InvalidInputException(List.of(Addresses.mistake(Position.NOWHERE, String.valueOf(url))));
        }
        return server;
    }

    private static @Nullable String token(Settings settings, URI server, boolean configured) {
        String token = settings.asked().token();
        return token == null ? kept(settings, server) : given(settings.asked(), token, server, configured);
    }

    /// The administrator's, where it can be read, for a server of this machine.
    private static @Nullable String kept(Settings settings, URI server) {
        Path file = settings.home().resolve(FileTokens.ADMINISTRATOR_FILE);
        if (!Addresses.isHere(server) || !Files.isReadable(file)) {
            return null;
        }
        try {
            return WholeFile.text(file, WholeFile.LARGEST).strip();
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read: " + FileTrouble.why(e), "set GATEHOUSE_TOKEN");
        }
    }

    /// The environment's, for a server that the environment or a flag names.
    private static String given(Settings.Asked asked, String token, URI server, boolean configured) {
        List<Diagnostic> mistakes = new ArrayList<>();
        if (configured && asked.ofTheFile()) {
            mistakes.add(Addresses.notOfTheEnvironment(Position.NOWHERE, TOKEN, server, "GATEHOUSE_SERVER"));
        }
        Addresses.inTheClear(Position.NOWHERE, TOKEN, server).ifPresent(mistakes::add);
        if (!mistakes.isEmpty()) {
            throw new InvalidInputException(mistakes);
        }
        return token;
    }

    @Override
    public Actor actor() {
        return Actor.ADMINISTRATOR;
    }

    @Override
    public @Nullable Path recordFile(String id) {
        return null;
    }

    @Override
    public void close() {}
}
