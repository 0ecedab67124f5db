package dev.gatehouse.cli.output.tool;

import dev.gatehouse.cli.output.page.SafeText;
import dev.gatehouse.model.Word;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// A test report in the form that Jenkins and most forges read.
///
/// @param at null where nobody said
public record JunitReport(String name, @Nullable Instant at, List<Suite> suites) {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public JunitReport {
        suites = List.copyOf(suites);
    }

    public record Suite(String name, List<Case> cases) {
        public Suite {
            cases = List.copyOf(cases);
        }

        private int count(Result result) {
            return (int) cases.stream().filter(one -> one.result == result).count();
        }
    }

    /// @param type what exactly the result is
    /// @param lines what there is to say, the most important first
    public record Case(String classname, String name, Result result, String type, List<String> lines) {
        public Case {
            lines = List.copyOf(lines);
        }
    }

    /// What a test report can say, from good to bad.
    public enum Result {
        PASSED,
        SKIPPED,
        ERROR,
        FAILURE
    }

    /// As XML, ending in a line break.
    public String write() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string can always be written to", e);
        }
        return text.append('\n').toString();
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        start(xml, 0, "testsuites");
        attribute(xml, "name", name);
        attribute(
                xml,
                "tests",
                suites.stream().mapToInt(suite -> suite.cases.size()).sum());
        attribute(xml, "failures", count(Result.FAILURE));
        attribute(xml, "errors", count(Result.ERROR));
        for (Suite suite : suites) {
            write(xml, suite);
        }
        end(xml, 0);
    }

    private int count(Result result) {
        return suites.stream().mapToInt(suite -> suite.count(result)).sum();
    }

    private void write(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
        start(xml, 1, "testsuite");
        attribute(xml, "name", suite.name);
        attribute(xml, "tests", suite.cases.size());
        attribute(xml, "failures", suite.count(Result.FAILURE));
        attribute(xml, "errors", suite.count(Result.ERROR));
        attribute(xml, "skipped", suite.count(Result.SKIPPED));
        if (at != null) {
            attribute(xml, "timestamp", TIMESTAMP.format(at));
        }
        for (Case one : suite.cases) {
            write(xml, one);
        }
        end(xml, 1);
    }

    private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
        start(xml, 2, "testcase");
        attribute(xml, "classname", one.classname);
        attribute(xml, "name", one.name);
        if (!one.lines.isEmpty()) {
            if (one.result == Result.PASSED) {
                start(xml, 3, "system-out");
            } else {
                start(xml, 3, Word.of(one.result));
                attribute(xml, "type", one.type);
                attribute(xml, "message", one.lines.getFirst());
            }
            xml.writeCharacters(
                    String.join("\n", one.lines.stream().map(SafeText::line).toList()));
            xml.writeEndElement();
            end(xml, 2);
        } else {
            xml.writeEndElement();
        }
    }

    private static void start(XMLStreamWriter xml, int depth, String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(element);
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, SafeText.line(value.toString()));
    }
}
