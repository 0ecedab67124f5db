package dev.gatehouse.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Small classes that break a rule each, in packages with real names, compiled into a folder of their own: so none of
/// them is ever on a class path.
final class BrokenClasses {
    private static final Pattern USED = Pattern.compile("(?<package>[a-z0-9.]+)\\.(?<name>\\w+)\\.class");

    /// A class named after the rule, in that package below ours, with a field of that value.
    private record Broken(String rule, String where, String value) {
        String source() {
            return "package %s; public class %s { Object it = %s; }".formatted(inPackage(), rule, value);
        }

        String inPackage() {
            return House.ROOT + "." + where;
        }

        String type() {
            return inPackage() + "." + rule;
        }
    }

    private static Broken broken(String rule, String where, String value) {
        return new Broken(rule, where, value);
    }

    private static final List<Broken> ALL = List.of(
            broken("model_uses_nothing_of_ours", "model", "dev.gatehouse.document.Any.class"),
            broken("document_uses_the_model", "document.schema", "dev.gatehouse.graph.Any.class"),
            broken("process_uses_nothing_of_ours", "process", "dev.gatehouse.model.Any.class"),
            broken("catalog_uses_document_and_model", "catalog.backstage", "dev.gatehouse.graph.Any.class"),
            broken("graph_uses_document_and_model", "graph", "dev.gatehouse.process.Any.class"),
            broken("graph_leaves_use_process_too", "graph.neo4j", "dev.gatehouse.facts.Any.class"),
            broken("facts_use_the_graph", "facts.sheet", "dev.gatehouse.findings.Any.class"),
            broken("findings_use_facts", "findings", "dev.gatehouse.verdict.Any.class"),
            broken("rules_use_findings", "rules.drools", "dev.gatehouse.policies.Any.class"),
            broken("policies_use_findings", "policies", "dev.gatehouse.rules.Any.class"),
            broken("policies_leaves_use_process_too", "policies.opa", "dev.gatehouse.verdict.Any.class"),
            broken("verdict_uses_findings", "verdict", "dev.gatehouse.rules.Any.class"),
            broken("standing_uses_findings", "standing", "dev.gatehouse.verdict.Any.class"),
            broken("access_uses_policies", "access", "dev.gatehouse.rules.Any.class"),
            broken("plan_uses_the_verdict", "plan.timefold", "dev.gatehouse.execution.Any.class"),
            broken("packaging_uses_the_plan", "packaging", "dev.gatehouse.execution.Any.class"),
            broken("automation_uses_the_plan", "automation", "dev.gatehouse.execution.Any.class"),
            broken("execution_uses_the_plan", "execution", "dev.gatehouse.graph.Any.class"),
            broken("execution_drivers_use_the_graph_too", "execution.durable", "dev.gatehouse.process.Any.class"),
            broken("steps_use_execution", "steps.git", "dev.gatehouse.verdict.Any.class"),
            broken("operate_uses_execution", "operate", "dev.gatehouse.steps.Any.class"),
            broken("usecase_uses_the_stages", "usecase", "dev.gatehouse.rest.Any.class"),
            broken("client_uses_use_cases", "client", "dev.gatehouse.rest.Any.class"),
            broken("rest_uses_use_cases", "rest", "dev.gatehouse.cli.Any.class"),
            broken("mcp_uses_use_cases", "mcp", "dev.gatehouse.rest.Any.class"),
            broken("web_uses_use_cases", "web", "dev.gatehouse.rest.Any.class"),
            broken("cli_uses_use_cases", "cli", "dev.gatehouse.client.Any.class"),
            broken("nobody_uses_app", "cli", "dev.gatehouse.app.Any.class"),
            broken("only_app_sees_leaves", "usecase", "dev.gatehouse.graph.neo4j.Any.class"),
            broken("neo4j_stays_in_its_leaf", "usecase", "org.neo4j.driver.Any.class"),
            broken("drools_stays_in_its_leaf", "rules", "org.kie.api.Any.class"),
            broken("yaml_stays_in_its_leaf", "catalog", "org.snakeyaml.engine.Any.class"),
            broken("json_schema_stays_in_its_package", "document", "com.networknt.schema.Any.class"),
            broken("timefold_stays_in_its_leaf", "plan", "ai.timefold.solver.Any.class"),
            broken("temporal_stays_in_its_leaf", "execution.durable", "io.temporal.client.Any.class"),
            broken("the_web_server_stays_in_rest", "usecase", "jakarta.ws.rs.Any.class"),
            broken("picocli_stays_in_the_command_line", "usecase", "picocli.Any.class"),
            broken("telemetry_stays_in_rest", "usecase", "io.opentelemetry.api.Any.class"),
            broken("jackson_is_not_in_plain_records", "model.change", "com.fasterxml.jackson.annotation.Any.class"),
            broken("sheets_and_paths_only_read_trees", "facts.sheet", "com.fasterxml.jackson.core.Any.class"),
            broken(
                    "only_document_and_the_edges_make_mappers",
                    "verdict",
                    "new com.fasterxml.jackson.databind.ObjectMapper()"),
            broken("deciding_reads_no_clock", "verdict", "java.time.Instant.now()"),
            broken("deciding_draws_nothing_at_random", "plan", "java.util.UUID.randomUUID()"),
            broken("deciding_starts_no_threads", "graph.traversal", "new Thread()"),
            broken("deciding_touches_no_files", "document", "java.nio.file.Files.exists(null)"),
            broken("deciding_touches_no_network", "findings", "new java.net.Socket()"),
            broken("deciding_looks_at_no_machine", "facts", "System.getenv()"),
            broken("deciding_does_not_log", "execution", "System.out"),
            broken("packages_form_no_circles", "rest", "dev.gatehouse.rest.page.packages_form_no_circles.class"),
            broken("packages_form_no_circles", "rest.page", "dev.gatehouse.rest.packages_form_no_circles.class"),
            broken("every_package_is_null_marked", "unmarked", "null"));

    private BrokenClasses() {}

    static void compileInto(Path folder) throws IOException {
        Map<String, String> sources = sources();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = file(folder, source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        compile(folder, sources.keySet());
    }

    /// By type: the broken classes, and an empty class for each that they use.
    private static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        for (Broken each : ALL) {
            Matcher used = USED.matcher(each.value());
            if (used.matches()) {
                sources.put(
                        used.group("package") + "." + used.group("name"),
                        "package %s; public class %s {}".formatted(used.group("package"), used.group("name")));
            }
        }
        for (Broken each : ALL) {
            sources.put(each.type(), each.source());
        }
        return sources;
    }

    private static Path file(Path folder, String type) {
        return folder.resolve(type.replace('.', '/') + ".java");
    }

    private static void compile(Path folder, Set<String> types) {
        Stream<String> arguments = Stream.concat(
                Stream.of("-proc:none", "-nowarn", "-d", folder.toString()),
                types.stream().map(type -> file(folder, type).toString()));
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("the broken classes do not compile");
        }
    }

    static Set<String> rules() {
        return ALL.stream().map(Broken::rule).collect(Collectors.toSet());
    }

    /// Whether a class is there to break that rule.
    static boolean breaks(String type, String rule) {
        return ALL.stream()
                .anyMatch(each -> each.rule().equals(rule) && each.type().equals(type));
    }
}
