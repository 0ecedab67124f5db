package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.app.settings.Addresses;
import dev.gatehouse.app.settings.SettingsReader;
import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.model.governance.Actor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSessionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void be_the_administrators_machine() throws IOException {
        Files.createDirectory(folder.resolve(".gatehouse"));
        Files.writeString(folder.resolve(".gatehouse/token"), "the-administrators\n");
    }

    private ServerSession open(String file, Map<String, String> environment, @Nullable String flag) {
        try {
            Files.writeString(folder.resolve("gatehouse.yaml"), file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return ServerSession.open(SettingsReader.read(folder, folder, environment), flag);
    }

    /// What a server of this machine is sent as authorization.
    private List<String> sent() throws IOException {
        List<String> sent = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            sent.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try (ServerSession session =
                open("", Map.of(), "http://127.0.0.1:" + server.getAddress().getPort())) {
            assertThatThrownBy(() -> session.useCases().waivers().list(Actor.ADMINISTRATOR))
                    .isNotNull();
            return sent;
        } finally {
            server.stop(0);
        }
    }

    @Test
    void the_administrators_token_goes_to_this_machine_alone() throws IOException {
        assertThat(sent()).containsExactly("Bearer the-administrators");
        assertThat(List.of("http://localhost:1", "https://[::1]:1", "http://127.8.9.1"))
                .allMatch(address -> Addresses.isHere(URI.create(address)));
        assertThat(List.of("https://gate.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example"))
                .noneMatch(address -> Addresses.isHere(URI.create(address)));
    }

    @Test
    void a_token_of_the_environment_goes_to_no_address_of_the_file() {
        Map<String, String> environment = Map.of("GATEHOUSE_TOKEN", "secret");
        assertThatThrownBy(() -> open("server: {url: 'https://evil.example'}", environment, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GATEHOUSE_TOKEN would go to https://evil.example")
                .hasMessageContaining("set GATEHOUSE_SERVER beside it");
        assertThatThrownBy(() -> open("server: {host: evil.example, tls: {keyStore: k}}", environment, null))
                .hasMessageContaining("GATEHOUSE_TOKEN would go to https://evil.example:8410");
        assertThatCode(() -> open("server: {url: 'https://evil.example'}", environment, "https://gate.example"))
                .doesNotThrowAnyException();
        assertThatCode(() -> open("", environment, null)).doesNotThrowAnyException();
    }

    @Test
    void a_token_does_not_leave_this_machine_in_the_clear() {
        assertThatThrownBy(() -> open("", Map.of("GATEHOUSE_TOKEN", "secret"), "http://gate.example"))
                .hasMessageContaining("GATEHOUSE_TOKEN would go to http://gate.example in the clear")
                .hasMessageContaining("https");
    }

    @Test
    void a_flag_and_the_file_are_told_the_same_of_a_bad_address() {
        assertThatThrownBy(() -> open("", Map.of(), "https://ann:word@gate.example"))
                .hasMessageContaining("'https://…@gate.example' has a user's name or password in it");
        assertThatThrownBy(() -> open("", Map.of(), "localhost:8410"))
                .hasMessageContaining("'localhost:8410' is no address of a server; write scheme://host:port");
    }
}
