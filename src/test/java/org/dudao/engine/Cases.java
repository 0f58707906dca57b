package org.dudao.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dudao.Shipped;
import org.dudao.cases.CaseReader;
import org.dudao.cases.TestCase;
import org.dudao.load.CaseFiles;
import org.dudao.load.Source;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cases of {@code fixtures/cases}, read once for all tests. */
public final class Cases {
  // Figures keep the precision in which they are printed.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final List<TestCase> ALL = Shipped.read(() -> new CaseReader(Shipped.CODES, Shipped.CHECKER).read(sources()));

  private Cases() {}

  public static List<TestCase> all() {
    return ALL;
  }

  /** The shipped rules, ready to be held against cases. */
  public static ReadyRules rules() {
    return new ReadyRules(Shipped.CODES, Shipped.CHECKER, List.of(), null, List.of(), Optional.empty());
  }

  /** The facts of all cases that are written as JSON, as documents. */
  public static List<ObjectNode> documents() {
    List<ObjectNode> documents = new ArrayList<>();
    sources().stream()
        .filter(source -> source.name().endsWith(".json"))
        .forEach(source ->
            JSON.readTree(source.bytes()).valueStream()
                .filter(node -> node.has("facts"))
                .forEach(node -> documents.add(document(node))));
    return documents;
  }

  private static List<Source> sources() {
    return Shipped.read(() -> CaseFiles.in(Shipped.FIXTURES.resolve("cases")));
  }

  private static ObjectNode document(JsonNode node) {
    ObjectNode document = (ObjectNode) node.get("facts");
    if (!document.has("bureau")) {
      document.putObject("bureau").put("id", "b").put("name", "b").put("region", node.get("region").asString());
    }
    return document.put("asOf", node.get("asOf").asString());
  }
}
