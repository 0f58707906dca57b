package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.dudao.load.LimitReader;
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

  /** The names of all properties that hold texts. */
  static Set<String> properties() throws IOException {
    Set<String> names = new TreeSet<>();
    collect(JSON.readTree(Files.readString(FACTS)), names);
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.propertyStream().filter(one -> one.getValue().isString()).forEach(one -> names.add(one.getKey()));
    node.forEach(child -> collect(child, names));
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
    StringBuilder table = new StringBuilder(lines.get(0) + ",effect\n");
    for (String cell : cells) {
      table.append('"').append(cell.replace("\"", "\"\"")).append("\",");
    }
    Path file = Files.createDirectories(folder.resolve("cn")).resolve("class-size.csv");
    Files.writeString(file, table + "replaces\n");
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

  static List<String> columns() {
    return LimitReader.COLUMNS;
  }
}
