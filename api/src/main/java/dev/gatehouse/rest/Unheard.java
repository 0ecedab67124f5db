package dev.gatehouse.rest;

import dev.gatehouse.document.Json;
import dev.gatehouse.rest.problem.Problem;
import dev.gatehouse.rest.problem.Problems;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers with a problem document to what Jetty itself turns away: a malformed request never reaches the door.
final class Unheard extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (response.getStatus() == HttpStatus.METHOD_NOT_ALLOWED_405) {
            response.getHeaders().put(HttpHeader.ALLOW, "DELETE, GET, HEAD, OPTIONS, POST");
        }
        Object why = request.getAttribute(ERROR_MESSAGE);
        byte[] problem = problem(response.getStatus(), why == null ? "" : why.toString(), response.getHeaders());
        response.write(true, ByteBuffer.wrap(problem), callback);
        return true;
    }

    /// Why is told where the mistake is the asker's.
    private static byte[] problem(int status, String why, HttpFields.Mutable headers) {
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.put("X-Content-Type-Options", "nosniff");
        return Json.bytes(Problems.unheard(status, HttpStatus.isClientError(status) ? why : ""));
    }
}
