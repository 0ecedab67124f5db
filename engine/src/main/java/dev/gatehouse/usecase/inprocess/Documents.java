package dev.gatehouse.usecase.inprocess;

import dev.gatehouse.catalog.CatalogReading;
import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.Placed;
import dev.gatehouse.model.Entity;
import dev.gatehouse.model.EntityRef;
import dev.gatehouse.model.change.Change;
import dev.gatehouse.plan.Plan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what people write. Every method throws
/// [InvalidInputException][dev.gatehouse.document.InvalidInputException]
/// with all the mistakes, unless it says otherwise.
public interface Documents {
    /// The declarations of a source; mistakes stand in the result.
    ///
    /// @param environment in which manifests that do not name one are applied; null where they say nothing of any
    CatalogReading catalog(String source, @Nullable EntityRef environment, List<SourceFile> files);

    /// The change in a file, with the contents of the artifacts that it names.
    ///
    /// @param environment in which it is made where the file names none; null leaves that a mistake
    Placed<Change> change(SourceFile file, List<SourceFile> artifacts, @Nullable EntityRef environment);

    /// The plan in a file, with the contents of the artifacts that its steps name.
    Placed<Plan> plan(SourceFile file, List<SourceFile> artifacts);

    /// The entity with these attributes set.
    Entity patch(Entity entity, Map<String, @Nullable Object> attributes);
}
