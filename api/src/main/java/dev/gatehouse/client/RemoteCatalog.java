package dev.gatehouse.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Json;
import dev.gatehouse.document.References;
import dev.gatehouse.facts.Blast;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.model.governance.Waiver;
import dev.gatehouse.usecase.Entities;
import dev.gatehouse.usecase.Explain;
import dev.gatehouse.usecase.Import;
import dev.gatehouse.usecase.Waivers;
import dev.gatehouse.verdict.GateVerdict;
import dev.gatehouse.verdict.Ruling;
import dev.gatehouse.verdict.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is about the architecture, asked of a server.
final class RemoteCatalog {
    private static final String NEXT = "next";

    private final Connection connection;
    private final Connection patient;

    /// @param patient waits as long as an import takes
    RemoteCatalog(Connection connection, Connection patient) {
        this.connection = connection;
        this.patient = patient;
    }

    private record Body(
            String source,
            @Nullable String environment,
            List<FileBody> files,
            boolean dryRun,
            boolean allowRemovals,
            boolean partial) {}

    Import.Result replace(Actor actor, Import.Request request) {
        Body body = new Body(
                request.source(),
                request.environment(),
                FileBody.of(request.files()),
                request.dryRun(),
                request.allowRemovals(),
                request.partial());
        return patient.post("/catalog", Map.of(), body, Import.Result.class);
    }

    Blast blastRadius(Actor actor, String component, int limit) {
        EntityRef ref = References.read(component, Kind.COMPONENT);
        return connection.get(
                Connection.path("components", ref.namespace(), ref.name(), "blast-radius"),
                Map.of("kind", ref.kind().word(), "limit", String.valueOf(limit)),
                Blast.class);
    }

    List<GateVerdict> findings(Actor actor, @Nullable String environment, @Nullable String gate, @Nullable Instant at) {
        Map<String, String> query = new TreeMap<>(Map.of("checked", "true"));
        if (environment != null) {
            query.put("environment", environment);
        }
        if (gate != null) {
            query.put("gate", gate);
        }
        if (at != null) {
            query.put("at", at.toString());
        }
        Map<String, GateVerdict> gates = new LinkedHashMap<>();
        pages("/findings", query, "gates", GateVerdict.class)
                .forEach(part -> gates.merge(part.gate(), part, RemoteCatalog::joined));
        return List.copyOf(gates.values());
    }

    /// What a gate checked and failed at stands on its first page only.
    private static GateVerdict joined(GateVerdict first, GateVerdict more) {
        List<Ruling> findings = new ArrayList<>(first.findings());
        findings.addAll(more.findings());
        List<Unknown> unknowns = new ArrayList<>(first.unknowns());
        unknowns.addAll(more.unknowns());
        return new GateVerdict(
                first.gate(), first.verdict(), first.score(), first.checked(), findings, unknowns, first.failed());
    }

    List<Explain.RuleNote> rules(Actor actor) {
        return pages("/rules", Map.of(), "items", Explain.RuleNote.class);
    }

    Waivers waivers() {
        return new Waivers() {
            @Override
            public List<Waiver> list(Actor actor) {
                return pages("/waivers", Map.of(), "items", Waiver.class);
            }

            @Override
            public List<Waiver> add(Actor actor, SourceFile file) {
                JsonNode added = connection.post("/waivers", Map.of(), FileBody.of(file), JsonNode.class);
                return items(added, "items", Waiver.class);
            }

            @Override
            public void withdraw(Actor actor, EntityRef waiver) {
                connection.delete("/waivers" + Connection.path(waiver.namespace(), waiver.name()));
            }
        };
    }

    Entities entities() {
        return new Entities() {
            @Override
            public Declaration find(Actor actor, EntityRef ref) {
                String path = Connection.path("entities", ref.kind().word(), ref.namespace(), ref.name());
                return connection.get(path, Map.of(), Declaration.class);
            }

            @Override
            public List<Declaration> all(Actor actor, Kind kind) {
                return pages("/entities" + Connection.path(kind.word()), Map.of(), "items", Declaration.class);
            }
        };
    }

    private <T> List<T> pages(String path, Map<String, String> query, String key, Class<T> type) {
        List<T> all = new ArrayList<>();
        Map<String, String> asked = new TreeMap<>(query);
        JsonNode page;
        do {
            page = connection.get(path, asked, JsonNode.class);
            all.addAll(items(page, key, type));
            asked.put("cursor", page.path(NEXT).asText());
        } while (page.hasNonNull(NEXT));
        return List.copyOf(all);
    }

    private static <T> List<T> items(JsonNode page, String key, Class<T> type) {
        List<T> items = new ArrayList<>();
        page.path(key).forEach(item -> items.add(Json.fromTree(item, type)));
        return items;
    }
}
