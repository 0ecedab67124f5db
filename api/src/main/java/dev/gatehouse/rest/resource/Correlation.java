package dev.gatehouse.rest.resource;

import io.opentelemetry.api.trace.Span;
import org.slf4j.MDC;

/// What the log and the trace say beside a request.
final class Correlation {
    private Correlation() {}

    /// @param what the request is about: `decision`, `evaluation`
    /// @param id its id
    static void about(String what, String id) {
        MDC.put(what, id);
        Span.current().setAttribute("gatehouse." + what + ".id", id);
    }
}
