package org.dudao;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one rule by which lines follow from a report: what is absent is left out, and a finding leaves out its sentence.
 */
public final class StreamLines {
  private StreamLines() {}

  /** The line of a finding of the report. */
  public static JsonNode ofFinding(JsonNode finding) {
    ObjectNode line = line("finding", finding);
    line.remove("message");
    return line;
  }

  /** The line of a problem of the report. */
  public static JsonNode ofProblem(JsonNode problem) {
    return line("problem", problem);
  }

  /** Each as text, in an order that does not depend on where it stood. */
  public static List<String> sorted(Stream<JsonNode> lines) {
    return lines.map(StreamLines::withSortedNames).sorted().toList();
  }

  private static ObjectNode line(String type, JsonNode thing) {
    ObjectNode line = withoutNulls((ObjectNode) thing);
    line.put("type", type);
    return line;
  }

  private static ObjectNode withoutNulls(ObjectNode node) {
    ObjectNode without = node.objectNode();
    node.propertyStream().filter(one -> !one.getValue().isNull())
        .forEach(one -> without.set(one.getKey(), withoutNullsWithin(one.getValue())));
    return without;
  }

  private static JsonNode withoutNullsWithin(JsonNode value) {
    if (value instanceof ArrayNode array) {
      ArrayNode items = array.arrayNode();
      array.valueStream().map(StreamLines::withoutNullsWithin).forEach(items::add);
      return items;
    }
    return value instanceof ObjectNode object ? withoutNulls(object) : value;
  }

  private static String withSortedNames(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().map(StreamLines::withSortedNames).toList().toString();
    }
    if (!node.isObject()) {
      return node.toString();
    }
    return StreamSupport.stream(node.propertyNames().spliterator(), false).sorted()
        .map(name -> name + "=" + withSortedNames(node.get(name)))
        .toList()
        .toString();
  }
}
