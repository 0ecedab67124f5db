package dev.gatehouse.catalog.gatehouse;

import dev.gatehouse.catalog.EntityReader;
import dev.gatehouse.catalog.Format;
import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Document;
import dev.gatehouse.document.Placed;
import dev.gatehouse.document.Position;
import dev.gatehouse.document.Result;
import dev.gatehouse.document.schema.Schemas;
import dev.gatehouse.model.Declaration;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.Provenance;
import java.util.ArrayList;
import java.util.List;

/// Entities as Gatehouse's own documents. Documents of kinds that declare no entity, such as changes and plans, are
/// skipped with a warning, after their check.
public final class GatehouseFormat implements Format {
    @Override
    public String name() {
        return Schemas.API_VERSION;
    }

    @Override
    public boolean accepts(Document document) {
        return document.text("apiVersion").startsWith("gatehouse.dev/");
    }

    @Override
    public Extract read(String source, List<Document> documents) {
        List<Placed<Declaration>> declarations = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Document document : documents) {
            if (Schemas.kinds().contains(document.text("kind")) && !EntityReader.declares(document)) {
                diagnostics.add(Diagnostic.warning(
                        document.at("/kind"),
                        "a " + document.text("kind") + " is no part of a catalog; it was skipped",
                        "keep it in another folder"));
                continue;
            }
            Result<Entity> result = EntityReader.read(document);
            diagnostics.addAll(result.diagnostics());
            if (result.value() != null && document.whole()) {
                int line = document.at("").line();
                Provenance provenance = new Provenance(source, document.file(), line, false);
                declarations.add(
                        new Placed<>(new Declaration(result.value(), provenance), pointer -> at(document, pointer)));
            }
        }
        return new Extract(declarations, diagnostics);
    }

    /// A domain's parent can stand under Backstage's word for it.
    private static Position at(Document document, String pointer) {
        boolean otherwise =
                pointer.equals("/spec/parent") && document.root().path("spec").has("subdomainOf");
        return document.at(otherwise ? "/spec/subdomainOf" : pointer);
    }
}
