package dev.gatehouse.app;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Traces, sent over OTLP where OpenTelemetry's own variables say where: `OTEL_EXPORTER_OTLP_ENDPOINT` and its like.
/// Otherwise nothing is sent.
record Telemetry(@Nullable OpenTelemetrySdk sdk) implements AutoCloseable {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    static Telemetry open(Map<String, String> environment) {
        if (!environment.containsKey(ENDPOINT) && !environment.containsKey("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")) {
            return new Telemetry(null);
        }
        return new Telemetry(AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> defaults(environment.get(ENDPOINT)))
                .build()
                .getOpenTelemetrySdk());
    }

    /// What the variables of this process go over.
    private static Map<String, String> defaults(@Nullable String endpoint) {
        Map<String, String> defaults = new HashMap<>(Map.of(
                "otel.service.name", "gatehouse",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none"));
        if (endpoint != null) {
            defaults.put("otel.exporter.otlp.endpoint", endpoint);
        }
        return defaults;
    }

    OpenTelemetry api() {
        return sdk == null ? OpenTelemetry.noop() : sdk;
    }

    /// Sends what is left.
    @Override
    public void close() {
        if (sdk != null) {
            sdk.close();
        }
    }
}
