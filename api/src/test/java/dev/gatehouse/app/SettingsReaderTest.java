package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.app.settings.Settings;
import dev.gatehouse.app.settings.SettingsReader;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    Path folder;

    private Settings read(String file, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("gatehouse.yaml"), file);
        return SettingsReader.read(Path.of("/opt/gatehouse"), folder, environment);
    }

    private List<String> mistakes(String file, Map<String, String> environment) {
        List<String> texts = new ArrayList<>();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(file, environment))
                .satisfies(
                        e -> e.diagnostics().stream().map(Diagnostic::toString).forEach(texts::add));
        return texts;
    }

    @Test
    void without_a_file_everything_is_on_this_machine() {
        Settings settings = SettingsReader.read(Path.of("/opt/gatehouse"), folder, Map.of());
        assertThat(settings.asked().url()).hasToString("http://127.0.0.1:8410");
        assertThat(settings.listen().tls()).isNull();
        assertThat(settings.graph()).isNull();
        assertThat(settings.opa()).isNull();
        assertThat(settings.home()).isEqualTo(folder.resolve(".gatehouse"));
    }

    @Test
    void the_environment_goes_over_the_file() throws IOException {
        String file = "server: {port: 8500}\ngraph: {uri: 'bolt://elsewhere:7687'}\n";
        Settings settings = read(
                file,
                Map.of(
                        "GATEHOUSE_SERVER_PORT",
                        "8600",
                        "GATEHOUSE_GRAPH_PASSWORD",
                        "secret",
                        "GATEHOUSE_GRAPH_URI",
                        "bolt+s://graph:7687",
                        "GATEHOUSE_GRAPH_USER",
                        "4711",
                        "GATEHOUSE_OPA_URL",
                        "http://policies:8181"));
        assertThat(settings.listen().port()).isEqualTo(8600);
        assertThat(settings.graph())
                .isEqualTo(new Settings.Service(java.net.URI.create("bolt+s://graph:7687"), "4711", "secret"));
        assertThat(String.valueOf(settings.graph())).doesNotContain("secret");
        assertThat(settings.opa()).hasToString("Service[http://policies:8181]");
    }

    @Test
    void every_mistake_is_told_at_once_with_its_place() {
        assertThat(mistakes(
                        "servr: {port: 1}\nserver:\n  port: eighty\n  tls: {keystore: a.p12}\nsources: shop\n",
                        Map.of("GATEHOUSE_GRAPH_URI", "")))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .startsWith("gatehouse.yaml:1:1")
                                .contains("servr", "server"),
                        text -> assertThat(text)
                                .startsWith("gatehouse.yaml:3:3")
                                .contains("eighty"),
                        text -> assertThat(text)
                                .startsWith("gatehouse.yaml:4:9")
                                .contains("keystore", "keyStore"),
                        text -> assertThat(text)
                                .startsWith("gatehouse.yaml:5:1")
                                .contains("sources"),
                        text -> assertThat(text).startsWith("GATEHOUSE_GRAPH_URI"));
    }

    @Test
    void a_file_of_settings_is_one_document_in_one_file() throws IOException {
        assertThat(mistakes("server: {port: 1}\n---\nserver: {port: 2}\n", Map.of()))
                .containsExactly("gatehouse.yaml:3:1: error: a second document follows the first; keep one of the two");
        Path file = folder.resolve("gatehouse.yaml");
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("none.yaml"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SettingsReader.read(folder, folder, Map.of()))
                .withMessageContaining("gatehouse.yaml cannot be read: it is a link that leads nowhere");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SettingsReader.read(folder, folder, Map.of()))
                .withMessageContaining("gatehouse.yaml cannot be read: it is a folder");
    }

    @Test
    void the_state_lies_in_a_folder() throws IOException {
        assertThat(SettingsReader.read(folder, folder, Map.of("GATEHOUSE_HOME", ""))
                        .home())
                .isEqualTo(folder.resolve(".gatehouse"));
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(mistakes("", Map.of("GATEHOUSE_HOME", "file")))
                .singleElement()
                .asString()
                .contains("'" + file + "' is no folder, and the state is to lie there");
    }

    @Test
    @Timeout(20)
    void no_key_store_is_read_without_end() throws IOException {
        Settings settings = read("server: {tls: {keyStore: /dev/zero}}\n", Map.of());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> settings.listen().check())
                .withMessageContaining("/dev/zero cannot be read: it is a pipe, a device or a socket");
    }

    @Test
    void sources_have_names_that_an_import_could_give() {
        assertThat(mistakes("sources: [shop, ../x, shop, 'blank ']\n", Map.of()))
                .containsExactly(
                        "gatehouse.yaml:1:17: error: The name of the source, '../x', is a path that depends on where one"
                                + " stands; name it as it is known everywhere",
                        "gatehouse.yaml:1:23: error: the source 'shop' stands there twice; remove one of the two",
                        "gatehouse.yaml:1:29: error: The name of the source, 'blank ', begins or ends with a blank; leave it"
                                + " out");
    }

    @Test
    void addresses_and_folders_must_be_some() {
        assertThat(mistakes(
                        "rules: {paths: [nowhere]}\nserver: {url: here}\n",
                        Map.of("GATEHOUSE_GRAPH_URI", "localhost", "GATEHOUSE_OPA_URL", "a b")))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).startsWith("gatehouse.yaml:1:17: error: 'nowhere' is no folder"),
                        text -> assertThat(text).startsWith("gatehouse.yaml:2:10: error: 'here' is no address"),
                        text -> assertThat(text)
                                .startsWith("GATEHOUSE_GRAPH_URI: ")
                                .contains("'localhost'"),
                        text -> assertThat(text)
                                .startsWith("GATEHOUSE_OPA_URL: ")
                                .contains("'a b'"));
    }

    @Test
    void a_server_with_a_certificate_is_asked_over_tls() throws IOException {
        Settings settings = read("server: {tls: {keyStore: own.p12}}\n", Map.of("GATEHOUSE_TLS_PASSWORD", "secret"));
        assertThat(settings.asked().url()).hasToString("https://127.0.0.1:8410");
        assertThat(String.valueOf(settings.listen().tls())).doesNotContain("secret");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> settings.listen().check())
                .withMessageContaining("own.p12 cannot be read")
                .withMessageContaining("GATEHOUSE_TLS_PASSWORD");
    }

    @Test
    void a_secret_of_the_environment_goes_to_no_address_of_the_file() {
        String file = "graph: {uri: 'bolt+s://evil:7687'}\nopa: {url: 'https://evil:8181'}\n";
        assertThat(mistakes(file, Map.of("GATEHOUSE_GRAPH_PASSWORD", "secret", "GATEHOUSE_OPA_TOKEN", "secret")))
                .noneSatisfy(text -> assertThat(text).contains("'secret'"))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .contains(
                                        "GATEHOUSE_GRAPH_PASSWORD would go to bolt+s://evil:7687",
                                        "set GATEHOUSE_GRAPH_URI"),
                        text -> assertThat(text)
                                .contains(
                                        "GATEHOUSE_OPA_TOKEN would go to https://evil:8181", "set GATEHOUSE_OPA_URL"));
    }

    @Test
    void a_token_for_opa_does_not_leave_this_machine_in_the_clear() {
        assertThat(mistakes("", Map.of("GATEHOUSE_OPA_URL", "http://policies:8181", "GATEHOUSE_OPA_TOKEN", "secret")))
                .singleElement()
                .asString()
                .contains("GATEHOUSE_OPA_TOKEN would go to http://policies:8181 in the clear", "https");
    }

    @Test
    void a_password_for_the_graph_does_not_leave_this_machine_in_the_clear() throws IOException {
        for (String scheme : List.of("bolt", "neo4j")) {
            assertThat(mistakes(
                            "",
                            Map.of(
                                    "GATEHOUSE_GRAPH_URI",
                                    scheme + "://graph:7687",
                                    "GATEHOUSE_GRAPH_PASSWORD",
                                    "secret")))
                    .singleElement()
                    .asString()
                    .startsWith("GATEHOUSE_GRAPH_URI: ")
                    .contains(
                            "GATEHOUSE_GRAPH_PASSWORD would go to " + scheme + "://graph:7687 in the clear",
                            "give an address with " + scheme + "+s, or one of this machine");
        }
        Settings here =
                read("", Map.of("GATEHOUSE_GRAPH_URI", "bolt://127.0.0.1:7687", "GATEHOUSE_GRAPH_PASSWORD", "secret"));
        assertThat(here.graph()).hasToString("Service[bolt://127.0.0.1:7687]");
        Settings nobodyAsked = read("", Map.of("GATEHOUSE_GRAPH_URI", "bolt://graph:7687"));
        assertThat(nobodyAsked.graph()).hasToString("Service[bolt://graph:7687]");
    }

    @Test
    void a_password_in_an_address_is_refused_and_not_repeated() {
        assertThat(mistakes("", Map.of("GATEHOUSE_SERVER", "https://ann:pass@word@gate.example")))
                .singleElement()
                .asString()
                .startsWith("GATEHOUSE_SERVER: ")
                .contains("https://…@gate.example", "user's name or password")
                .doesNotContain("pass@");
    }
}
