package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.Shell.Outcome;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Json;
import dev.gatehouse.model.governance.Actor.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same mistake reads the same on the command line, on files and with a server, and over REST; nothing is changed.
class SameWordsTest {
    private static final String GIVEN = "given.yaml";
    private static final String EXTENDED = Shop.CATALOG + "---\n";
    private static final int LARGE = 100 * 1024 * 1024;

    @TempDir
    static Path folder;

    private static TestServer server;
    private static String token = "";

    /// Where a file with a mistake is given.
    enum Place {
        /// As a catalog: to decide on, and to import.
        CATALOG,
        /// As a catalog to import over what its source declared; files alone know nothing of before.
        SOURCE,
        /// As the change.
        CHANGE,
        /// As the only file of a head.
        HEAD
    }

    /// @param words of cause and cure, in order
    record Mistake(String name, Place place, SourceFile file, List<String> words) {
        static Mistake of(String name, Place place, String text, String... words) {
            return of(name, place, text.getBytes(StandardCharsets.UTF_8), words);
        }

        static Mistake of(String name, Place place, byte[] text, String... words) {
            return new Mistake(
                    name, place, new SourceFile(place == Place.HEAD ? "head/" + GIVEN : GIVEN, text), List.of(words));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(references(), values(), sources(), texts()).flatMap(List::stream);
    }

    private static List<Mistake> references() {
        String circle = """
                apiVersion: gatehouse.dev/v1
                kind: Group
                metadata: {name: %s}
                spec: {parent: %s}
                """;
        return List.of(
                Mistake.of(
                        "an unknown reference in a catalog",
                        Place.CATALOG,
                        EXTENDED + Shop.component("parcels").replace("owner: shop", "owner: shopp"),
                        "given.yaml:38:46: component:default/parcels refers to 'group:default/shopp', which nobody declares",
                        "did you mean 'shop'?"),
                Mistake.of(
                        "an unknown reference in a change",
                        Place.CHANGE,
                        Shop.change("points", "staging", "- deploy: {component: chekout, version: '2'}"),
                        "given.yaml:9:16: change 'points': deploy: there is no 'component:default/chekout'",
                        "did you mean 'checkout'?"),
                Mistake.of(
                        "a cycle in a hierarchy",
                        Place.CATALOG,
                        EXTENDED + circle.formatted("a", "b") + "---\n" + circle.formatted("b", "a"),
                        "group:default/a is its own parent: group:default/a → group:default/b → group:default/a",
                        "remove one of these parents"),
                Mistake.of(
                        "a name that is there twice",
                        Place.CATALOG,
                        EXTENDED + Shop.component("loyalty"),
                        "component:default/loyalty is declared twice, first at given.yaml:",
                        "remove one of the two, or give it another name"),
                Mistake.of(
                        "a change that removes what others need",
                        Place.CHANGE,
                        Shop.change("points", "staging", "- remove: {entity: 'group:shop'}"),
                        "'group:default/shop' is removed, but still needed by component:default/checkout",
                        "remove or alter those in the same change"),
                Mistake.of(
                        "a dependency that is not there the way round",
                        Place.CHANGE,
                        Shop.change("points", "staging", "- removeDependency: {from: vouchers, to: checkout}"),
                        "There is no dependency from 'component:default/vouchers' to 'component:default/checkout'",
                        "check which of the two is from and which is to"));
    }

    private static List<Mistake> values() {
        return List.of(
                Mistake.of(
                        "a value of another type in a catalog",
                        Place.CATALOG,
                        EXTENDED + """
                        apiVersion: gatehouse.dev/v1
                        kind: Component
                        metadata: {name: parcels}
                        spec: {tier: first}
                        """,
                        "'tier' is 'first', a string",
                        "an integer from 1 to 5 is expected"),
                Mistake.of(
                        "a value of another type in a change",
                        Place.CHANGE,
                        Shop.change("points", "staging", "- set: {component: checkout, replicas: three}"),
                        "'replicas' is 'three', a string",
                        "an integer from 0 to 1000000 is expected"),
                Mistake.of(
                        "an unknown key in a catalog",
                        Place.CATALOG,
                        EXTENDED + """
                        apiVersion: gatehouse.dev/v1
                        kind: Component
                        metadata: {name: parcels}
                        spec: {teir: 1}
                        """,
                        "unknown key 'teir'",
                        "did you mean 'tier'?"),
                Mistake.of(
                        "an unknown key in a change",
                        Place.CHANGE,
                        Shop.change("points", "staging", "").replace("environment:", "enviroment:"),
                        "unknown key 'enviroment'",
                        "did you mean 'environment'?"),
                Mistake.of(
                        "a window in the past",
                        Place.CHANGE,
                        Shop.change("points", "staging", "")
                                .replace(
                                        "  title:",
                                        "  window: {start: 2020-12-01T09:00:00Z, end: 2020-12-01T11:00:00Z}\n  title:"),
                        "The change's window ended at 2020-12-01T11:00:00Z, before …",
                        "give one that is to come, or the time to judge at"));
    }

    private static List<Mistake> sources() {
        String[] nothing = {"the source 'shop' declares nothing", "check the paths; formats that can be read are"};
        return List.of(
                Mistake.of("an empty catalog", Place.CATALOG, "", nothing),
                Mistake.of("a source that suddenly declares nothing", Place.HEAD, "# all gone\n", nothing),
                Mistake.of(
                        "a source that suddenly declares next to nothing",
                        Place.SOURCE,
                        Shop.CATALOG.substring(0, Shop.CATALOG.indexOf("---")),
                        "The source 'shop' would lose 5 of its 6 entities, more than a tenth: ",
                        "check the paths; if it is meant, allow it by --allow-removals, over REST by allowRemovals"));
    }

    private static List<Mistake> texts() {
        StringBuilder aliases = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 9; i++) {
            aliases.append("a%d: &a%d [%s*a%d]\n"
                    .formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9), i - 1));
        }
        return List.of(
                Mistake.of(
                        "100 MB",
                        Place.CATALOG,
                        "# Nobody reads this.\n".repeat(LARGE / 21),
                        "the files together have 104857599 bytes; at most 67108864 (64 MiB) are read",
                        "split them over several sources",
                        "given.yaml: the file has 104857599 bytes; at most 33554432 (32 MiB) are read",
                        "split it into several files"),
                Mistake.of(
                        "aliases that explode",
                        Place.CATALOG,
                        aliases.toString(),
                        "the file has more than 2000000 values once aliases are expanded",
                        "use fewer aliases inside of aliases"),
                Mistake.of(
                        "no UTF-8",
                        Place.CATALOG,
                        "a: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
                        "given.yaml:1:7: "),
                Mistake.of(
                        "UTF-16",
                        Place.CHANGE,
                        Shop.change("points", "staging", "").getBytes(StandardCharsets.UTF_16),
                        "given.yaml:1:1: the file is UTF-16; only UTF-8 is read; save it as UTF-8"),
                Mistake.of(
                        "deep nesting",
                        Place.CHANGE,
                        "a: " + "[".repeat(5000) + "]".repeat(5000),
                        "values are nested more than",
                        "flatten them"));
    }

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer(folder.resolve("server"), false);
        token = server.token("ann", Role.ADMIN);
        Files.writeString(folder.resolve("catalog.yaml"), Shop.CATALOG);
        Files.writeString(folder.resolve("change.yaml"), Shop.change("points", "staging", ""));
        Files.createDirectory(folder.resolve("head"));
        assertThat(asking("import", "catalog.yaml", "--source", "shop").exit()).isZero();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Outcome asking(String... arguments) {
        return Shell.asking(server, token, folder).run(arguments);
    }

    private static Outcome onFiles(String... arguments) {
        return Shell.onFiles(folder).run(arguments);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void reads_the_same_and_changes_nothing(Mistake mistake) throws IOException {
        Files.write(folder.resolve(mistake.file.name()), mistake.file.content());
        String before = state();

        HttpResponse<String> answer = posted(mistake);
        String detail =
                plain(Json.read(answer.body(), JsonNode.class).path("detail").asText());
        assertThat(detail).containsSubsequence(mistake.words).doesNotContain("`", "java.");
        assertThat(answer.statusCode()).isEqualTo(422);

        for (Outcome outcome : typed(mistake.place)) {
            assertThat(withoutSeverity(plain(outcome.told()))).isEqualTo(detail);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.exit()).isEqualTo(64);
        }

        assertThat(state()).isEqualTo(before);
        assertThat(folder.resolve("state/decisions")).doesNotExist();
    }

    @Test
    void a_dry_run_shows_the_difference_although_it_would_be_refused() throws IOException {
        String next = Shop.CATALOG.substring(0, Shop.CATALOG.indexOf("---"));
        Files.writeString(folder.resolve(GIVEN), next);
        String before = state();

        Outcome outcome = asking("import", GIVEN, "--source", "shop", "--dry-run");
        JsonNode answer = Json.read(
                post("catalog", Map.of("source", "shop", "dryRun", true, "files", List.of(Shop.file(next))))
                        .body(),
                JsonNode.class);

        String refusal = Json.fromTree(answer.path("refusal"), Diagnostic.class).toString();
        assertThat(refusal).startsWith("error: The source 'shop' would lose 5 of its 6 entities");
        assertThat(outcome.told()).isEqualTo(refusal);
        assertThat(outcome.out()).contains("Would bring 0 added, 0 altered, 5 removed", "- component:default/checkout");
        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(state()).isEqualTo(before);
    }

    private static List<Outcome> typed(Place place) {
        return switch (place) {
            case CATALOG ->
                List.of(
                        onFiles("check", "--catalog", GIVEN, "--source", "shop", "--change", "change.yaml"),
                        asking("import", GIVEN, "--source", "shop"));
            case SOURCE -> List.of(asking("import", GIVEN, "--source", "shop"));
            case CHANGE ->
                List.of(
                        onFiles("check", "--catalog", "catalog.yaml", "--change", GIVEN),
                        asking("check", "--change", GIVEN, "--register"));
            case HEAD ->
                List.of(
                        onFiles("check", "--catalog", "catalog.yaml", "--source", "shop", "--head", "head"),
                        asking("check", "--source", "shop", "--head", "head", "--register"));
        };
    }

    private static HttpResponse<String> posted(Mistake mistake) {
        Map<String, String> file = body(mistake.file);
        return switch (mistake.place) {
            case CATALOG, SOURCE -> post("catalog", Map.of("source", "shop", "files", List.of(file)));
            case CHANGE -> post("decisions", Map.of("change", file, "register", true));
            case HEAD -> post("decisions", Map.of("source", "shop", "head", List.of(file), "register", true));
        };
    }

    private static HttpResponse<String> post(String path, Object body) {
        return server.send(server.post("/api/v1/" + path, token, Json.write(body)));
    }

    private static Map<String, String> body(SourceFile file) {
        String text = new String(file.content(), StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), file.content())
                ? Map.of("name", file.name(), "content", text)
                : Map.of("name", file.name(), "base64", Base64.getEncoder().encodeToString(file.content()));
    }

    /// A problem document is about errors anyway.
    private static String withoutSeverity(String words) {
        return words.replaceAll("(?m)^([^ ]+: )?error: ", "$1");
    }

    /// What differs from run to run: when the change was judged.
    private static String plain(String words) {
        return words.replaceAll("before [-:.0-9TZ]+", "before …");
    }

    /// All that a request could have changed.
    private static String state() {
        List<String> state = new ArrayList<>(List.of(
                String.valueOf(server.graph.head().revision().number()),
                server.send(server.request("/api/v1/changes")).body()));
        server.send(server.request("/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith("gatehouse_decisions"))
                .forEach(state::add);
        return String.join("\n", state);
    }
}
