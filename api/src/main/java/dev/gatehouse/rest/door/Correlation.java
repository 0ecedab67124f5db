package dev.gatehouse.rest.door;

import io.opentelemetry.api.trace.Span;
import org.slf4j.MDC;

/// What the log and the trace say beside a request.
public final class Correlation {
    private Correlation() {}

    /// Names what a request is about, there.
    ///
    /// @param what the request is about: `decision`, `evaluation`
    /// @param id its id
    public static void about(String what, String id) {
        MDC.put(what, id);
        Span.current().setAttribute("gatehouse." + what + ".id", id);
    }
}
