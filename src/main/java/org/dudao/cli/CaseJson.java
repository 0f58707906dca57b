package org.dudao.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dudao.cases.CaseRun;
import org.dudao.cases.Coverage;
import org.dudao.cases.ExpectedDetail;
import org.dudao.cases.Mismatch;
import org.dudao.cases.Mutant;
import org.dudao.cases.Mutant.MutantKind;
import org.dudao.cases.MutationRun;
import org.dudao.cases.ReadFact;
import org.dudao.engine.Checker;
import org.dudao.fact.Words;
import org.dudao.load.VisibleJson;
import org.dudao.report.Finding;
import org.dudao.report.Standard;

/** What came of cases, for programs. */
final class CaseJson {
  String of(CaseRun run, Checker checker) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cases", run.cases().size());
    json.put("expectations", run.expectations());
    json.put("mismatches", run.mismatches().stream().map(one -> mismatch(one, checker)).toList());
    return written(json);
  }

  String of(MutationRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("tried", counts(run.tried()));
    json.put("equivalent", counts(run.equivalent()));
    json.put("survivors", run.survivors().stream().map(CaseJson::mutant).toList());
    return written(json);
  }

  String of(Coverage coverage) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("versions", coverage.versions());
    json.put("gaps", coverage.gaps().stream().map(CaseJson::gap).toList());
    return written(json);
  }

  private static Map<String, Object> gap(Coverage.CoverageGap gap) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("limit", limit(gap.version()));
    json.put("lacking", gap.outcomes().stream().map(Enum::name).toList());
    json.put("metExactly", gap.isMetExactly());
    json.put("missedByOneStep", gap.isMissedByOneStep());
    return json;
  }

  private static Map<String, Object> counts(Map<MutantKind, Integer> numbers) {
    Map<String, Object> counts = new LinkedHashMap<>();
    numbers.forEach((kind, number) -> counts.put(Words.of(kind), number));
    return counts;
  }

  private static Map<String, Object> mutant(Mutant one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", Words.of(one.kind()));
    json.put("of", one.of());
    json.put("was", one.was());
    json.put("is", one.is());
    json.put("at", one.at().toString());
    return json;
  }

  /** As text, one property a line. */
  static String written(Map<String, Object> json) {
    return VisibleJson.written(json) + "\n";
  }

  private static Map<String, Object> mismatch(Mismatch one, Checker checker) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", one.of().name());
    json.put("at", one.expected().at().toString());
    json.put("standard", one.expected().standard());
    json.put("subject", one.expected().subject());
    Map<String, Object> expected = new LinkedHashMap<>(Map.of("outcome", one.expected().outcome().name()));
    one.expected().details().forEach((detail, value) -> expected.put(detail.word(), value));
    json.put("expected", expected);
    json.put("found", one.found().stream().map(CaseJson::finding).toList());
    json.put("facts", one.facts(checker).stream().map(CaseJson::fact).toList());
    json.put("limits", one.limits(checker).stream().map(CaseJson::limit).toList());
    return json;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>(Map.of("outcome", finding.outcome().name()));
    for (ExpectedDetail detail : ExpectedDetail.values()) {
      json.put(detail.word(), detail.of(finding));
    }
    return json;
  }

  private static Map<String, Object> fact(ReadFact fact) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", fact.kind().word());
    json.put("id", fact.id());
    json.put("at", fact.at().toString());
    json.put("said", fact.said());
    return json;
  }

  /** The version of a standard, by what tells it from others, and where its row stands. */
  static Map<String, Object> limit(Standard limit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", limit.id());
    json.put("region", limit.region());
    json.put("from", limit.from() == null ? null : limit.from().toString());
    json.put("until", limit.until() == null ? null : limit.until().toString());
    json.put("appliesTo", limit.appliesTo());
    json.put("value", limit.value());
    json.put("unit", limit.unit());
    json.put("level", Words.of(limit.level()));
    json.put("at", limit.origin().toString());
    json.put("cell", limit.origin().pointer());
    return json;
  }
}
