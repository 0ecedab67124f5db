package dev.gatehouse.rest.door;

import dev.gatehouse.document.Json;
import dev.gatehouse.rest.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Writes problems before a resource was reached.
final class Answer {
    private Answer() {}

    static void with(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(Json.bytes(problem));
    }
}
