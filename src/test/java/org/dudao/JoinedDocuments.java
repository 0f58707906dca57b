package org.dudao;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents of a folder of fixtures, those of one bureau and day joined into one, as a stream needs them. */
public final class JoinedDocuments {
  private JoinedDocuments() {}

  public static List<ObjectNode> of(Path folder) throws IOException {
    Map<String, ObjectNode> joined = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
        ObjectNode other = joined.putIfAbsent(document.at("/bureau/id") + " " + document.get("asOf"), document);
        if (other != null) {
          join(document, other);
        }
      }
    }
    return List.copyOf(joined.values());
  }

  private static void join(ObjectNode more, ObjectNode document) {
    more.propertyStream().forEach(one -> {
      JsonNode there = document.get(one.getKey());
      if (there instanceof ArrayNode list) {
        list.addAll((ArrayNode) one.getValue());
      } else if (there instanceof ObjectNode bureau) {
        bureau.setAll((ObjectNode) one.getValue());
      } else {
        document.set(one.getKey(), one.getValue());
      }
    });
  }
}
