package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.SafeText;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A test report in the form that Jenkins and most forges read: one suite a gate, one case for each rule and
/// subject that it checked, those that passed too.
final class JunitOutput implements Output {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String write(DecisionView view) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suites(xml, view);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string can always be written to", e);
        }
        return text.append('\n').toString();
    }

    private static void suites(XMLStreamWriter xml, DecisionView view) throws XMLStreamException {
        List<Suite> suites = view.decision().gates().stream()
                .map(gate -> new Suite(gate.gate(), TestCase.of(gate, view)))
                .toList();
        start(xml, 0, "testsuites");
        attribute(xml, "name", view.title());
        attribute(
                xml,
                "tests",
                suites.stream().mapToInt(suite -> suite.cases.size()).sum());
        attribute(
                xml,
                "failures",
                suites.stream()
                        .mapToInt(suite -> suite.count(TestCase.Result.FAILURE))
                        .sum());
        attribute(
                xml,
                "errors",
                suites.stream()
                        .mapToInt(suite -> suite.count(TestCase.Result.ERROR))
                        .sum());
        for (Suite suite : suites) {
            suite(xml, suite, TIMESTAMP.format(view.decision().clock()));
        }
        end(xml, 0);
    }

    private static void suite(XMLStreamWriter xml, Suite suite, String timestamp) throws XMLStreamException {
        start(xml, 1, "testsuite");
        attribute(xml, "name", suite.gate);
        attribute(xml, "tests", suite.cases.size());
        attribute(xml, "failures", suite.count(TestCase.Result.FAILURE));
        attribute(xml, "errors", suite.count(TestCase.Result.ERROR));
        attribute(xml, "skipped", suite.count(TestCase.Result.SKIPPED));
        attribute(xml, "timestamp", timestamp);
        for (TestCase one : suite.cases) {
            write(xml, suite.gate, one);
        }
        end(xml, 1);
    }

    private static void write(XMLStreamWriter xml, String gate, TestCase one) throws XMLStreamException {
        start(xml, 2, "testcase");
        attribute(xml, "classname", gate + "." + one.rule());
        attribute(xml, "name", one.subject());
        if (!one.lines().isEmpty()) {
            if (one.result() == TestCase.Result.PASSED) {
                start(xml, 3, "system-out");
            } else {
                start(xml, 3, Wording.word(one.result()));
                attribute(xml, "type", one.type());
                attribute(xml, "message", one.lines().getFirst());
            }
            xml.writeCharacters(
                    String.join("\n", one.lines().stream().map(SafeText::line).toList()));
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

    private record Suite(String gate, List<TestCase> cases) {
        int count(TestCase.Result result) {
            return (int) cases.stream().filter(one -> one.result() == result).count();
        }
    }
}
