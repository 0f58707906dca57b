package org.dudao.bench;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Writes what the reference program found as JSON Lines: each finding, then the counts of its county. */
final class PlainWriter implements AutoCloseable {
  private static final JsonFactory JSON =
      JsonFactory.builder().rootValueSeparator(new SerializedString("\n")).build();

  private final JsonGenerator json;

  PlainWriter(OutputStream out) {
    json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  void write(County county, PlainCheck check, List<PlainFinding> findings) {
    for (PlainFinding finding : findings) {
      write(county, finding);
    }
    json.writeStartObject();
    json.writeStringProperty("bureau", county.id);
    json.writeStringProperty("asOf", county.asOf);
    json.writeNumberProperty("subjects", county.subjects());
    json.writeNumberProperty("pass", check.pass());
    json.writeNumberProperty("fail", check.fail());
    json.writeNumberProperty("unknown", check.unknown());
    json.writeEndObject();
  }

  /** Ends the last line. */
  @Override
  public void close() {
    json.writeRaw('\n');
    json.close();
  }

  private void write(County county, PlainFinding finding) {
    json.writeStartObject();
    json.writeStringProperty("standard", finding.standard());
    json.writeStringProperty("outcome", finding.outcome());
    json.writeStringProperty("bureau", county.id);
    json.writeStringProperty("asOf", county.asOf);
    json.writeStringProperty("kind", CountyCheck.KINDS.get(finding.kind()));
    json.writeStringProperty("id", finding.id());
    json.writeStringProperty("found", finding.found());
    json.writeStringProperty("limit", finding.limit());
    json.writeStringProperty("unit", finding.unit());
    json.writeStringProperty("difference", finding.difference());
    json.writeName("missing");
    json.writeStartArray();
    for (String name : finding.missing()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
