package dev.gatehouse.cli.output.tool;

import dev.gatehouse.cli.output.page.SafeText;
import dev.gatehouse.document.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A log of one run in SARIF 2.1.0 (OASIS, 2020), for code scanning. Its parts are objects as the standard has them.
///
/// @param id of the run
/// @param rules that the results name, by their index
/// @param successful whether everything could be looked at
/// @param notifications of what could not, and of what is no result
/// @param properties of our own
public record SarifLog(
        String id,
        List<Map<String, Object>> rules,
        List<Map<String, Object>> results,
        boolean successful,
        List<Map<String, Object>> notifications,
        Map<String, Object> properties) {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// As JSON, ending in a line break.
    public String write() {
        Map<String, Object> log = Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run()));
        return SafeText.json(Json.pretty(log)) + "\n";
    }

    private Map<String, Object> run() {
        Map<String, Object> run = new TreeMap<>();
        run.put("tool", Map.of("driver", Map.of("name", "Gatehouse", "rules", rules)));
        run.put("automationDetails", Map.of("id", id));
        run.put("columnKind", "unicodeCodePoints");
        run.put(
                "invocations",
                List.of(Map.of("executionSuccessful", successful, "toolExecutionNotifications", notifications)));
        run.put("results", results);
        run.put("properties", properties);
        return run;
    }

    /// A message.
    public static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    /// A line of a file.
    ///
    /// @param line from 1; 0 is the whole file
    public static Map<String, Object> place(String file, int line) {
        Map<String, Object> place = new TreeMap<>(Map.of("artifactLocation", Map.of("uri", uri(file))));
        if (line > 0) {
            place.put("region", Map.of("startLine", line));
        }
        return place;
    }

    /// A file's name as a relative reference, its characters escaped where they must be.
    private static String uri(String file) {
        String path = file.replace('\\', '/');
        int slash = path.indexOf('/');
        boolean schemeLike = path.indexOf(':') >= 0 && (slash < 0 || path.indexOf(':') < slash);
        try {
            return new URI(null, null, schemeLike ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Every path can be quoted: " + file, e);
        }
    }
}
