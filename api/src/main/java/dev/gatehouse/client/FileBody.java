package dev.gatehouse.client;

import dev.gatehouse.catalog.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file as it is sent: its text, or its bytes where they are no UTF-8.
record FileBody(
        String name, @Nullable String content, @Nullable String base64) {
    static FileBody of(SourceFile file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.content()))
                    .toString();
            return new FileBody(file.name(), text, null);
        } catch (CharacterCodingException e) {
            return new FileBody(file.name(), null, Base64.getEncoder().encodeToString(file.content()));
        }
    }

    static List<FileBody> of(List<SourceFile> files) {
        return files.stream().map(FileBody::of).toList();
    }
}
