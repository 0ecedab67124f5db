package dev.gatehouse.document.yaml;

import dev.gatehouse.document.Sizes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Bytes of a file as text: UTF-8, with or without a byte order mark.
final class Text {
    private static final String SAVE_AS_UTF8 = "save it as UTF-8";

    private Text() {}

    static String decode(String name, byte[] content) throws UnreadableException {
        if (content.length > Sizes.FILE) {
            throw UnreadableException.file(Sizes.ofFile(name, content.length));
        }
        refuseWideCharacters(name, content);
        int start = startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer bytes = ByteBuffer.wrap(content, start, content.length - start);
        CharBuffer text = CharBuffer.allocate(content.length - start);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
        if (result.isError()) {
            throw invalidByte(name, content, bytes.position());
        }
        return text.flip().toString();
    }

    private static void refuseWideCharacters(String name, byte[] content) throws UnreadableException {
        if (startsWith(content, 0xFF, 0xFE, 0, 0) || startsWith(content, 0, 0, 0xFE, 0xFF)) {
            throw UnreadableException.file(name, 1, 1, "the file is UTF-32; only UTF-8 is read", SAVE_AS_UTF8);
        }
        if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
            throw UnreadableException.file(name, 1, 1, "the file is UTF-16; only UTF-8 is read", SAVE_AS_UTF8);
        }
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                throw UnreadableException.file(
                        name,
                        lineOf(content, i),
                        columnOf(content, i),
                        "byte " + i + " is NUL: the file is UTF-16 without a mark, or no text at all",
                        SAVE_AS_UTF8);
            }
        }
    }

    private static UnreadableException invalidByte(String name, byte[] content, int offset) {
        return UnreadableException.file(
                name,
                lineOf(content, offset),
                columnOf(content, offset),
                String.format("byte %d (0x%02X) is not valid UTF-8", offset, content[offset] & 0xFF),
                SAVE_AS_UTF8);
    }

    private static boolean startsWith(byte[] content, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineOf(byte[] content, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += content[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static int columnOf(byte[] content, int offset) {
        int column = 1;
        for (int i = offset - 1; i >= 0 && content[i] != '\n'; i--) {
            column++;
        }
        return column;
    }
}
