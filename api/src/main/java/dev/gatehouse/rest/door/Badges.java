package dev.gatehouse.rest.door;

import dev.gatehouse.access.AuditLog;
import dev.gatehouse.access.RefusedException;
import dev.gatehouse.access.Tokens;
import dev.gatehouse.model.governance.Actor;
import dev.gatehouse.rest.problem.Problem;
import dev.gatehouse.rest.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.slf4j.MDC;

/// Finds out who asks, by the bearer token. Without one, nobody is known: such a request may at most read.
public final class Badges extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /// Whoever reads without a token.
    public static final Actor ANONYMOUS = new Actor("anonymous", Set.of(Actor.Role.VIEWER));

    private static final String ATTRIBUTE = "dev.gatehouse.actor";
    private static final String SCHEME = "Bearer ";
    private static final Set<String> HEALTH = Set.of("/health/live", "/health/ready");
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final transient Tokens tokens;
    private final transient AuditLog audit;
    private final transient InstantSource clock;
    private final boolean tokenForReads;

    /// @param tokenForReads whether reading takes a token too
    public Badges(Tokens tokens, AuditLog audit, InstantSource clock, boolean tokenForReads) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
        this.tokenForReads = tokenForReads;
    }

    /// Who asks.
    public static Actor actor(HttpServletRequest request) {
        return (Actor) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "the request came past the door");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Actor actor;
        try {
            actor = identify(request);
        } catch (RefusedException e) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"gatehouse\"");
            Answer.with(response, refused(request, e));
            return;
        }
        request.setAttribute(ATTRIBUTE, actor);
        MDC.put("actor", actor.name());
        chain.doFilter(request, response);
    }

    private Actor identify(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                throw new RefusedException("Only 'Authorization: Bearer TOKEN' is understood");
            }
            return tokens.authenticate(header.substring(SCHEME.length()).trim(), clock.instant());
        }
        boolean alive = HEALTH.contains(request.getRequestURI());
        if (READS.contains(request.getMethod()) && (alive || !tokenForReads)) {
            return ANONYMOUS;
        }
        throw new RefusedException(
                "This takes a token: send 'Authorization: Bearer TOKEN', or set GATEHOUSE_TOKEN for the"
                        + " command line; the administrator's stands in the file 'token' of the server's state folder");
    }

    /// A write that was tried without a valid token is noted too.
    private Problem refused(HttpServletRequest request, RefusedException e) {
        if (!READS.contains(request.getMethod())) {
            try {
                audit.note(
                        new Actor("unknown", Set.of()),
                        "http:" + request.getMethod(),
                        request.getRequestURI(),
                        AuditLog.Outcome.REFUSED);
            } catch (RuntimeException failure) {
                return Problems.of(failure);
            }
        }
        return Problems.unauthenticated(String.valueOf(e.getMessage()));
    }
}
