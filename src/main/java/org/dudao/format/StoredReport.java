package org.dudao.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.UnknownName;
import org.dudao.fact.Words;
import org.dudao.load.InputException;
import org.dudao.load.PlacedJson;
import org.dudao.load.PlacedJson.PlacedValue;
import org.dudao.load.Source;
import org.dudao.report.Outcome;
import org.dudao.report.StoredFinding;

/** Reads the findings of a report that was written as JSON, in this version of the contract or an earlier one. */
public final class StoredReport {
  private static final PlacedValue NOTHING = new PlacedValue(null, null, "", Map.of(), List.of(), 0, 0, null);
  private static final Map<String, Outcome> OUTCOMES = named(Outcome.values(), Outcome::name);
  private static final Map<String, Level> LEVELS = named(Level.values(), Words::of);

  private final List<Problem> problems = new ArrayList<>();

  private StoredReport() {}

  /**
   * The findings of the report, in its order; those that stand under another are told by it.
   *
   * @throws InputException with every fault, when it is no report of a version that can be read
   */
  public static List<StoredFinding> findings(Source source) throws InputException {
    StoredReport report = new StoredReport();
    PlacedValue document = PlacedJson.read(source, report.problems);
    List<StoredFinding> findings = report.findings(document);
    if (!report.problems.isEmpty()) {
      throw new InputException(report.problems.stream().sorted(Problem.ORDER).toList());
    }
    return findings;
  }

  private List<StoredFinding> findings(PlacedValue document) {
    PlacedValue format = document.members().get("format");
    if (format == null || !JsonFormat.READABLE.contains(format.text())) {
      problems.add(
          Problem.of(
              ProblemCode.REPORT_FORMAT, (format == null ? document : format).at(),
              format == null ? "" : format.text(), String.join(", ", JsonFormat.READABLE)));
      return List.of();
    }
    return required(document, "findings").items().stream().map(this::finding).toList();
  }

  private StoredFinding finding(PlacedValue one) {
    PlacedValue subject = required(one, "subject");
    return new StoredFinding(
        optional(one, "fingerprint"), required(one, "standard").text(), constant(one, "outcome", OUTCOMES),
        constant(one, "level", LEVELS), required(one, "bureau").text(), required(subject, "kind").text(),
        required(subject, "id").text(), optional(subject, "name"), required(one, "message").text(), one.at());
  }

  /** What stands under that name; nothing, and a problem, where nothing does. */
  private PlacedValue required(PlacedValue in, String name) {
    PlacedValue value = in.members().get(name);
    if (value != null && value.kind() != null) {
      return value;
    }
    // What lacks the whole is not said of each part.
    if (in != NOTHING) {
      problems.add(Problem.of(ProblemCode.REQUIRED, in.at(), name));
    }
    return NOTHING;
  }

  private static String optional(PlacedValue in, String name) {
    PlacedValue value = in.members().get(name);
    return value == null || value.kind() == null ? null : value.text();
  }

  /** The constant of that name; null, and a problem, where there is none. */
  private <T> T constant(PlacedValue in, String name, Map<String, T> known) {
    PlacedValue value = required(in, name);
    if (value != NOTHING && !known.containsKey(value.text())) {
      problems.add(
          Problem.of(
              ProblemCode.UNKNOWN_CONSTANT, value.at(), new UnknownName(value.text(), new TreeSet<>(known.keySet()))));
    }
    return known.get(value.text());
  }

  private static <T> Map<String, T> named(T[] constants, Function<T, String> name) {
    return Arrays.stream(constants).collect(Collectors.toMap(name, Function.identity()));
  }
}
