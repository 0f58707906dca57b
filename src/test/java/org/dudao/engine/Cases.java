package org.dudao.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.dudao.fact.Facts;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Report;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The cases of {@code fixtures/cases}: facts, a day, and the outcome promised for each standard and subject. */
public final class Cases {
  static final String NONE = "NONE";
  // Figures keep the precision in which they are printed.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Cases() {}

  /** One case of a file. */
  public record Case(String file, String name, String region, Facts facts, JsonNode expect) {

    /** What came out otherwise than promised, one line each; empty when all is as promised. */
    public List<String> deviations(Report report) {
      return deviations(report, null);
    }

    /** The same, of one standard only. */
    public List<String> deviations(Report report, String onlyStandard) {
      List<String> deviations = new ArrayList<>();
      Map<String, Finding> findings = new LinkedHashMap<>();
      report.findings().forEach(finding -> findings.put(finding.standard().id() + " " + finding.subject().id(), finding));
      expect.propertyStream()
          .filter(standard -> onlyStandard == null || standard.getKey().equals(onlyStandard))
          .forEach(standard -> standard.getValue().propertyStream().forEach(subject -> {
            Finding finding = findings.get(standard.getKey() + " " + subject.getKey());
            String fault = fault(finding, subject.getValue());
            if (fault != null) {
              deviations.add(file + " \"" + name + "\": " + standard.getKey() + " for " + subject.getKey() + ": " + fault);
            }
          }));
      return deviations;
    }

    private static boolean isTold(JsonNode promised, Datum told) {
      return told != null && promised.asString().equals(told.text());
    }

    private static String fault(Finding finding, JsonNode expected) {
      JsonNode details = expected.isObject() ? expected : JSON.createObjectNode().set("outcome", expected);
      String outcome = finding == null ? NONE : finding.outcome().name();
      String wanted = details.get("outcome").asString();
      if (!outcome.equals(wanted)) {
        return "promised " + wanted + ", came " + outcome
            + (finding == null ? "" : " (found " + finding.found() + ", limit " + finding.limit() + ", missing " + finding.missing() + ", " + finding.remarks() + ")");
      }
      if (details.has("found") && !isTold(details.get("found"), finding.found())) {
        return "promised to find " + details.get("found").asString() + ", found " + finding.found();
      }
      if (details.has("due") && !isTold(details.get("due"), finding.limit())) {
        return "promised due " + details.get("due").asString() + ", came " + finding.limit();
      }
      if (details.has("missing")
          && !details.get("missing").valueStream().map(JsonNode::asString).toList().equals(finding.missing())) {
        return "promised missing " + details.get("missing") + ", came " + finding.missing();
      }
      if (details.has("note") && finding.remarks().isEmpty()) {
        return "promised a remark, came none";
      }
      return null;
    }
  }

  public static List<Case> all() {
    return read(
        (file, node) ->
            new Case(
                file.getFileName().toString(), node.get("case").asString(), node.get("region").asString(),
                facts(node), node.get("expect")));
  }

  /** The facts of the case, after what was submitted before where the case says that. */
  private static Facts facts(JsonNode node) {
    ObjectNode now = document(node);
    Facts facts = Shipped.facts(JSON.writeValueAsBytes(now));
    if (!node.has("previous")) {
      return facts;
    }
    ObjectNode before = (ObjectNode) node.get("previous");
    before.set("bureau", now.get("bureau"));
    return facts.after(Shipped.facts(JSON.writeValueAsBytes(before)));
  }

  /** The facts of all cases as documents. */
  public static List<ObjectNode> documents() {
    return read((file, node) -> document(node));
  }

  private static <T> List<T> read(BiFunction<Path, JsonNode, T> reading) {
    try (Stream<Path> files = Files.list(Shipped.FIXTURES.resolve("cases"))) {
      List<T> cases = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        JSON.readTree(Files.readAllBytes(file)).valueStream().forEach(node -> cases.add(reading.apply(file, node)));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode document(JsonNode node) {
    ObjectNode document = (ObjectNode) node.get("facts");
    if (!document.has("bureau")) {
      document.putObject("bureau").put("id", "b").put("name", "b").put("region", node.get("region").asString());
    }
    return document.put("asOf", node.get("asOf").asString());
  }
}
