package dev.gatehouse.cli;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.usecase.UseCases;
import dev.gatehouse.verdict.record.KeptRecord;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who answers: this process on files, or a server.
public interface Backends {
    /// Answers here, on the architecture that these files declare, in memory.
    ///
    /// @param foreignPolicies folders of policies judged beside the own ones
    /// @param record one to know beside those kept, or null
    Session onFiles(
            @Nullable String source,
            List<SourceFile> catalog,
            List<Path> foreignPolicies,
            @Nullable KeptRecord<?> record);

    /// Answers here about decisions that were made.
    ///
    /// @param record one to know beside those kept, or null
    /// @param rules folders of rules and gates to judge by: instead of the configured ones where they hold
    ///     whole gates, over these otherwise; empty takes the configured ones
    Session onRecords(@Nullable KeptRecord<?> record, List<Path> rules);

    /// The record that stands in a file.
    ///
    /// @throws dev.gatehouse.document.InvalidInputException when there is none in it
    KeptRecord<?> record(Path file);

    /// Answers by a server.
    ///
    /// @param url null takes the configured one
    Session onServer(@Nullable String url);

    /// The use cases, and who asks. Closing it ends what was started for it.
    interface Session extends AutoCloseable {
        UseCases useCases();

        Actor actor();

        /// Where a record is kept, for people; null where only the server knows.
        @Nullable
        Path recordFile(String id);

        @Override
        void close();
    }
}
