package org.dudao.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dudao.cases.CaseRun;
import org.dudao.cases.Mismatch;
import org.dudao.cases.TestCase;
import org.dudao.engine.Checker;
import org.dudao.fact.VisibleText;
import org.dudao.format.Messages;

/** What came of cases, for servers that read JUnit's XML: a suite for each file, a test for each case. */
final class CaseJUnit {
  private final CaseText text;
  private final Messages messages;

  CaseJUnit(Messages messages) {
    this.text = new CaseText(messages);
    this.messages = messages;
  }

  String of(CaseRun run, Checker checker) {
    Map<TestCase, List<Mismatch>> mismatches =
        run.mismatches().stream().collect(Collectors.groupingBy(Mismatch::of));
    Map<String, List<TestCase>> files =
        run.cases().stream().collect(Collectors.groupingBy(one -> one.at().file(), TreeMap::new, Collectors.toList()));
    StringWriter written = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      start(xml, "testsuites", "dudao", run.cases(), mismatches);
      for (Map.Entry<String, List<TestCase>> file : files.entrySet()) {
        xml.writeCharacters("\n");
        start(xml, "testsuite", file.getKey(), file.getValue(), mismatches);
        for (TestCase one : file.getValue()) {
          xml.writeCharacters("\n");
          write(xml, one, mismatches.getOrDefault(one, List.of()), checker);
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return written.append('\n').toString();
  }

  private static void start(
      XMLStreamWriter xml, String element, String name, List<TestCase> cases,
      Map<TestCase, List<Mismatch>> mismatches) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("name", VisibleText.of(name));
    xml.writeAttribute("tests", String.valueOf(cases.size()));
    xml.writeAttribute("failures", String.valueOf(cases.stream().filter(mismatches::containsKey).count()));
    xml.writeAttribute("errors", "0");
  }

  private void write(XMLStreamWriter xml, TestCase one, List<Mismatch> mismatches, Checker checker)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    // Two cases of a file may bear one name.
    xml.writeAttribute("name", VisibleText.of(one.name() + " (" + one.at().line() + ")"));
    xml.writeAttribute("classname", VisibleText.of(one.at().file()));
    if (!mismatches.isEmpty()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", messages.text("cli.test.otherwise", mismatches.size()));
      xml.writeCharacters(
          mismatches.stream().map(mismatch -> text.of(mismatch, checker)).collect(Collectors.joining("\n")));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
