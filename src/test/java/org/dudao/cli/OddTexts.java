package org.dudao.cli;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Coded;
import org.dudao.fact.FactKind;
import org.dudao.fact.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts and rules in whose texts stands what nobody would write in good faith. */
final class OddTexts {
  static final Path FACTS = Path.of("fixtures/bureaus/third-primary/facts.json");
  /** One of the limits that those facts do not keep. */
  static final String LIMIT = "class-size.primary.mean";
  /** The columns of a table that are for people alone. */
  static final List<String> FOR_PEOPLE =
      List.of("title", "title_en", "document", "clause", "words", "remedy", "remedy_en", "note", "note_en");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OddTexts() {}

  /** Documents with other texts wherever a person may write what he likes: what refers to a fact still finds it. */
  static void facts(Path folder, UnaryOperator<String> odd) throws IOException {
    Path bureaus = Path.of("fixtures/bureaus");
    for (String name : List.of("third-primary/facts.json", "pingnan-county/facts.json", "demo-county/county.json")) {
      JsonNode document = JSON.readTree(Files.readString(bureaus.resolve(name)));
      for (FactKind kind : FactKind.values()) {
        JsonNode facts = document.path(kind.property());
        (facts.isArray() ? facts.valueStream() : Stream.of(facts))
            .filter(JsonNode::isObject).forEach(fact -> rewrite((ObjectNode) fact, kind, odd));
      }
      Files.writeString(folder.resolve(name.replace('/', '-')), JSON.writeValueAsString(document));
    }
  }

  private static void rewrite(ObjectNode fact, FactKind kind, UnaryOperator<String> odd) {
    for (RecordComponent component : kind.type().getRecordComponents()) {
      JsonNode value = fact.get(component.getName());
      boolean isFree = component.getType() == String.class && !component.isAnnotationPresent(Coded.class);
      boolean refers = Subject.class.isAssignableFrom(component.getType());
      if (value != null && value.isString() && (isFree || refers) && !component.getName().equals("region")) {
        fact.put(component.getName(), odd.apply(value.asString()));
      } else if (value instanceof ArrayNode array) {
        List<JsonNode> parts = List.copyOf(array.valueStream().toList());
        array.removeAll();
        parts.forEach(part -> array.add(part.isString() ? JSON.valueToTree(odd.apply(part.asString())) : part));
      }
    }
  }

  /** A document for each kind of fact, with that text for each property that the kind has, be it a number or a list. */
  static void faults(Path folder, String text) throws IOException {
    for (FactKind kind : FactKind.values()) {
      ObjectNode document = JSON.createObjectNode();
      ObjectNode bureau = document.putObject(FactKind.BUREAU.property()).put("id", "b").put("region", "CN-430200");
      document.put("asOf", "2024-06-30");
      ObjectNode fact = kind == FactKind.BUREAU ? bureau : document.withArray(kind.property()).addObject();
      for (RecordComponent component : kind.type().getRecordComponents()) {
        fact.put(component.getName(), text);
      }
      Files.writeString(folder.resolve(kind.property() + ".json"), JSON.writeValueAsString(document));
    }
  }

  /** A layer with one table: for each of its columns a shipped row with another text there,. */
  static void table(Path layer, String shipped, String path, UnaryOperator<String> odd) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("rules").resolve(shipped));
    int columns = lines.get(0).split(",").length;
    StringBuilder table = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 0; i < columns; i++) {
      String[] cells = cells(lines.get(1), columns);
      cells[i] = odd.apply(cells[i]);
      table.append(row(cells)).append('\n');
    }
    Files.writeString(Files.createDirectories(layer.resolve(path).getParent()).resolve(Path.of(path).getFileName()), table);
  }

  private static String row(String[] cells) {
    return Stream.of(cells).map(cell -> '"' + cell.replace("\"", "\"\"") + '"').collect(Collectors.joining(","));
  }

  /** The facts with other texts in the properties of that name. */
  static String facts(String property, UnaryOperator<String> odd) throws IOException {
    JsonNode facts = JSON.readTree(Files.readString(FACTS));
    replace(facts, property, odd);
    return JSON.writeValueAsString(facts);
  }

  private static void replace(JsonNode node, String property, UnaryOperator<String> odd) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        if (name.equals(property) && value.isString()) {
          object.put(name, odd.apply(value.asString()));
        } else {
          replace(value, property, odd);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> replace(child, property, odd));
    }
  }

  /** A layer of rules that replaces the limit by one with other texts in those columns. */
  static Path rules(Path folder, List<String> columns, UnaryOperator<String> odd) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("rules/cn/class-size.csv"));
    String row = lines.stream().filter(line -> line.startsWith(LIMIT + ",")).findFirst().orElseThrow();
    List<String> header = List.of(lines.get(0).split(","));
    String[] cells = cells(row, header.size());
    for (String column : columns) {
      int at = header.indexOf(column);
      cells[at] = odd.apply(cells[at]);
    }
    Path file = Files.createDirectories(folder.resolve("cn")).resolve("class-size.csv");
    Files.writeString(file, lines.get(0) + ",effect\n" + row(cells) + ",replaces\n");
    return folder;
  }

  private static String[] cells(String row, int count) {
    String[] cells = new String[count];
    int at = 0;
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (char c : (row + ",").toCharArray()) {
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        cells[at++] = cell.toString();
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }
}
