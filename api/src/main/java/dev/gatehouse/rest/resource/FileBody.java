package dev.gatehouse.rest.resource;

import dev.gatehouse.catalog.SourceFile;
import dev.gatehouse.document.InvalidInputException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file in a request. The name only labels it, so it may be a path from anywhere: no path is ever opened.
///
/// @param content its text
/// @param base64 its bytes, where they are no UTF-8; one of the two is needed
public record FileBody(
        @Schema(description = "Labels it in messages; no path is ever opened")
        String name,

        @Schema(description = "Its text; this or base64 is needed") @Nullable
        String content,

        @Schema(description = "Its bytes, where they are no UTF-8") @Nullable
        String base64) {
    SourceFile file() {
        if ((content == null) == (base64 == null)) {
            throw new InvalidInputException(
                    "The file '" + name + "' has "
                            + (content == null ? "neither 'content' nor 'base64'" : "both 'content' and 'base64'"),
                    "send its text as 'content', or its bytes as 'base64'");
        }
        try {
            byte[] bytes =
                    content == null ? Base64.getDecoder().decode(base64) : content.getBytes(StandardCharsets.UTF_8);
            return new SourceFile(name, bytes);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "'base64' of the file '" + name + "' is not base64", "or send its text as 'content'");
        }
    }

    static List<SourceFile> files(List<FileBody> bodies) {
        return bodies.stream().map(FileBody::file).toList();
    }
}
