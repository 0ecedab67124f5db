package dev.gatehouse.verdict.record.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.plan.PlanRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRecordsTest {
    private static final String WHOLE = """
            {"contents": {}, "record": {
              "evaluationId": "plan-1", "decidedAt": "2026-11-20T12:00:00Z", "decidedBy": "ann",
              "matter": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "evaluation": {
                "plan": "move", "actor": {"name": "ann"}, "clock": "2026-11-20T12:00:00Z", "verdict": "deny",
                "states": 1, "complete": true, "steps": [{"step": "first", "verdict": "deny"}],
                "blast": {"ref": "change:default/move", "affected": 0, "failing": 0}}}}
            """;

    @TempDir
    Path folder;

    @Test
    void a_record_is_read_from_anywhere() throws IOException {
        assertThat(FileRecords.read(file(WHOLE), List.of(PlanRecord.KIND)).record())
                .isInstanceOfSatisfying(
                        PlanRecord.class,
                        record -> assertThat(record.evaluation().steps()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"record\": | \"recrd\": | there is no '/record'",
                "\"plan-1\" | null | there is no '/evaluationId'",
                "\"clock\": \"2026-11-20T12:00:00Z\", |  | there is no '/evaluation/clock'",
                "\"first\", \"verdict\": \"deny\" | \"first\" | there is no '/evaluation/steps/0/verdict'",
                "\"verdict\": \"deny\"}] | \"verdict\": \"perhaps\"}] "
                        + "| '/evaluation/steps/0/verdict' is 'perhaps', which does not fit",
                "[{\"step\" | [null, {\"step\" | there is no",
                "\"complete\" | \"compete\" | unknown key '/evaluation/compete'",
                "sha256:9f | md5:9f | names no content"
            })
    void a_record_without_what_it_needs_is_none(String part, @Nullable String edited, String why) throws IOException {
        assertThat(WHOLE).contains(part);
        Path file = file(WHOLE.replace(part, Objects.requireNonNullElse(edited, "")));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> FileRecords.read(file, List.of(PlanRecord.KIND)))
                .withMessageContaining(why);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("record.json"), text);
    }
}
