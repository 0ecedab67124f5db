package dev.gatehouse.rest.resource;

import dev.gatehouse.verdict.Verdict;
import dev.gatehouse.verdict.record.DecisionRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/// Counts and times, in Prometheus' format. Requests are told apart by the template of their path, never by the path
/// itself, so that their number stays small.
public final class Meters implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String START = "dev.gatehouse.start";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer decisions = Timer.builder("gatehouse.decision")
            .description("Time to decide on a change")
            .register(registry);

    /// @param revision the graph's newest
    public Meters(LongSupplier revision) {
        Gauge.builder("gatehouse.graph.revision", revision::getAsLong)
                .description("The graph's newest revision")
                .strongReference(true)
                .register(registry);
        for (Verdict verdict : Verdict.values()) {
            counter(verdict);
        }
    }

    private Counter counter(Verdict verdict) {
        return Counter.builder("gatehouse.decisions")
                .description("Decisions by verdict")
                .tag("verdict", verdict.word())
                .register(registry);
    }

    DecisionRecord decision(Supplier<DecisionRecord> decide) {
        Timer.Sample sample = Timer.start(registry);
        DecisionRecord record = decide.get();
        sample.stop(decisions);
        counter(record.judgement().verdict()).increment();
        return record;
    }

    String text() {
        return registry.scrape();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(START, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(START) instanceof Long start && request.getUriInfo() instanceof ExtendedUriInfo uri) {
            String path = template(uri);
            Span.current().updateName(request.getMethod() + " " + path).setAttribute("http.route", path);
            Timer.builder("http.server.requests")
                    .description("Time to answer a request, by the template of its path")
                    .tag("method", request.getMethod())
                    .tag("path", path)
                    .tag("status", String.valueOf(response.getStatus()))
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /// Each part begins with a slash, also that of a resource at the root.
    private static String template(ExtendedUriInfo uri) {
        return uri.getMatchedTemplates().reversed().stream()
                .map(UriTemplate::getTemplate)
                .collect(Collectors.joining())
                .replaceAll("/{2,}", "/");
    }
}
