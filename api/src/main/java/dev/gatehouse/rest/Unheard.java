package dev.gatehouse.rest;

import dev.gatehouse.document.Json;
import dev.gatehouse.rest.problem.Problem;
import dev.gatehouse.rest.problem.Problems;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers with a problem document to what Jetty itself turns away: a malformed request never reaches the door.
final class Unheard extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem problem = Problems.unheard(response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(response, true, Json.write(problem), callback);
        return true;
    }
}
