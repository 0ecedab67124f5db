package dev.gatehouse.verdict.record.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.plan.PlanRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                "states": 1, "bounded": true, "steps": [{"step": "first", "verdict": "deny"}],
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
                "\"plan-1\" | null | it lacks /record/evaluationId",
                "\"2026-11-20T12:00:00Z\", \"verdict\": \"deny\" | null, \"verdict\": null "
                        + "| it lacks /record/evaluation/clock, /record/evaluation/verdict",
                "\"blast\": {\"ref\": \"change:default/move\", \"affected\": 0, \"failing\": 0} "
                        + "| \"blast\": null | it lacks /record/evaluation/blast",
                "\"first\", \"verdict\": \"deny\" | \"first\" | it has another shape",
                "sha256:9f | md5:9f | it has another shape",
                "\"contents\": {} | \"contents\": null | it lacks /contents"
            })
    void a_record_without_what_it_needs_is_none(String part, String edited, String why) throws IOException {
        assertThat(WHOLE).contains(part);
        Path file = file(WHOLE.replace(part, edited));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> FileRecords.read(file, List.of(PlanRecord.KIND)))
                .withMessageContaining(why);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("record.json"), text);
    }
}
