package dev.gatehouse.rest.door;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Makes each request a span of the trace that it belongs to (W3C `traceparent`). Attributes are named as in
/// OpenTelemetry's semantic conventions for HTTP.
final class Trace {
    private static final int SERVER_FAILED = 500;

    private final Tracer tracer;

    Trace(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.gatehouse");
    }

    /// Ends with the request.
    Span start(HttpServletRequest request) {
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, Headers.ALL);
        return tracer.spanBuilder(request.getMethod())
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", request.getMethod())
                .setAttribute("url.path", request.getRequestURI())
                .startSpan();
    }

    static void end(Span span, HttpServletResponse response) {
        span.setAttribute("http.response.status_code", response.getStatus());
        if (response.getStatus() >= SERVER_FAILED) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    /// The id of the trace, or a new one where nobody traces.
    static String id(Span span) {
        SpanContext context = span.getSpanContext();
        if (context.isValid()) {
            return context.getTraceId();
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private enum Headers implements TextMapGetter<HttpServletRequest> {
        ALL;

        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    }
}
