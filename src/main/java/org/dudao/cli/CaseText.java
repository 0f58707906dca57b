package org.dudao.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.cases.CaseRun;
import org.dudao.cases.Coverage;
import org.dudao.cases.ExpectedDetail;
import org.dudao.cases.Mismatch;
import org.dudao.cases.Expectation;
import org.dudao.cases.Mutant;
import org.dudao.cases.Mutant.MutantKind;
import org.dudao.cases.MutationRun;
import org.dudao.cases.ReadFact;
import org.dudao.engine.Checker;
import org.dudao.fact.VisibleText;
import org.dudao.fact.Words;
import org.dudao.format.Messages;
import org.dudao.report.Finding;
import org.dudao.report.Standard;

/** What came of cases, for people at a terminal. */
final class CaseText {
  private static final int MOST_LIMITS = 3;
  private static final int LONGEST_TEXT = 60;

  private final Messages messages;

  CaseText(Messages messages) {
    this.messages = messages;
  }

  /** Each mismatch with expected and found side by side, and a last line with the counts. */
  String of(CaseRun run, Checker checker) {
    StringBuilder text = new StringBuilder();
    for (Mismatch one : run.mismatches()) {
      text.append(of(one, checker)).append('\n');
    }
    return text
        .append(
            messages.text("cli.test.sum", run.cases().size(), run.expectations(), run.mismatches().size()))
        .append('\n')
        .toString();
  }

  /** Each slip that no case notices, and a last line with the counts of each kind. */
  String of(MutationRun run) {
    StringBuilder text = new StringBuilder();
    for (Mutant one : run.survivors()) {
      String slip = messages.text("cli.test.mutant", kind(one.kind()), shown(one.was()), shown(one.is()));
      text.append(VisibleText.of(one.at() + "  " + one.of() + "  " + slip)).append('\n');
    }
    if (!run.survivors().isEmpty()) {
      text.append('\n');
    }
    run.tried().forEach((kind, tried) -> {
      long left = run.survivors().stream().filter(one -> one.kind() == kind).count();
      text.append(messages.text("cli.test.mutants", kind(kind), tried, left, run.equivalent().get(kind))).append('\n');
    });
    int tried = run.tried().values().stream().mapToInt(Integer::intValue).sum();
    int equivalent = run.equivalent().values().stream().mapToInt(Integer::intValue).sum();
    String all = messages.text("cli.test.all");
    return text.append(messages.text("cli.test.mutants", all, tried, run.survivors().size(), equivalent)).append('\n')
        .toString();
  }

  /** Each version of a standard that lacks a case, with what it lacks, and a last line with the counts. */
  String of(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    for (Coverage.CoverageGap gap : coverage.gaps()) {
      List<String> lacking = new ArrayList<>();
      gap.outcomes().forEach(outcome -> lacking.add(outcome(outcome.name())));
      if (!gap.isMetExactly()) {
        lacking.add(messages.text("cli.test.at-limit"));
      }
      if (!gap.isMissedByOneStep()) {
        lacking.add(messages.text("cli.test.beside-limit"));
      }
      String missing = String.join(messages.text("list.separator"), lacking);
      String lack = messages.text("cli.test.gap", gap.version().id(), limit(gap.version()), missing);
      text.append(VisibleText.of(gap.version().origin() + "  " + lack)).append('\n');
    }
    return text
        .append(messages.text("cli.test.coverage", coverage.versions(), coverage.gaps().size()))
        .append('\n').toString();
  }

  private String kind(MutantKind kind) {
    return messages.text("cli.test.kind." + Words.of(kind));
  }

  private String shown(String text) {
    return text.isEmpty() ? messages.text("cli.test.blank") : text;
  }

  /** One mismatch in lines. */
  String of(Mismatch one, Checker checker) {
    List<String> lines = new ArrayList<>();
    Expectation expected = one.expected();
    String named = messages.text("cli.test.case", one.of().name(), expected.standard(), expected.subject());
    lines.add(expected.at() + "  " + named);
    lines.add("  " + messages.text("cli.test.expected", promised(expected)));
    String found = one.found().stream().map(finding -> told(finding, expected)).collect(Collectors.joining(" | "));
    lines.add("  " + messages.text("cli.test.found", found.isEmpty() ? messages.text("cli.test.nothing") : found));
    one.facts(checker).forEach(fact -> lines.add("  " + messages.text("cli.test.fact", fact(fact), fact.at())));
    List<Standard> limits = one.limits(checker);
    limits.stream().limit(MOST_LIMITS).forEach(limit ->
        lines.add("  " + messages.text("cli.test.limit", limit(limit), limit.origin())));
    if (limits.size() > MOST_LIMITS) {
      lines.add("  " + messages.text("cli.test.more-limits", limits.size() - MOST_LIMITS));
    }
    return lines.stream().map(line -> VisibleText.of(line) + "\n").collect(Collectors.joining());
  }

  private String promised(Expectation expected) {
    String details =
        expected.details().entrySet().stream()
            .map(detail -> ", " + detail(detail.getKey(), detail.getValue()))
            .collect(Collectors.joining());
    return outcome(expected.outcome().name()) + details;
  }

  /** The outcome, and of the details those that are promised; with them the measure that was found in any case. */
  private String told(Finding finding, Expectation expected) {
    List<String> parts = new ArrayList<>(List.of(outcome(finding.outcome().name())));
    for (ExpectedDetail detail : ExpectedDetail.values()) {
      boolean isSaid = !detail.of(finding).isEmpty();
      boolean explains = detail == ExpectedDetail.FOUND || detail == ExpectedDetail.MISSING;
      if (expected.details().containsKey(detail) || isSaid && explains) {
        parts.add(detail(detail, detail.of(finding)));
      }
    }
    return String.join(", ", parts);
  }

  private String outcome(String name) {
    return messages.text("cli.test.outcome." + name.toLowerCase(Locale.ROOT));
  }

  private String detail(ExpectedDetail detail, String value) {
    return messages.text("cli.test.detail." + detail.word(), shown(value));
  }

  private String fact(ReadFact fact) {
    String said =
        fact.said().entrySet().stream()
            .map(one -> messages.field(one.getKey()) + " " + shortened(one))
            .collect(Collectors.joining(messages.text("list.separator")));
    return messages.kind(fact.kind().word()) + " " + fact.id() + (said.isEmpty() ? "" : ": " + said);
  }

  private static String shortened(Map.Entry<String, String> component) {
    String value = component.getValue();
    return value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT) + "...";
  }

  /** How much, for whom, how binding, from when until when. */
  String limit(Standard limit) {
    List<String> parts = new ArrayList<>();
    parts.add(messages.quantity(limit.value(), limit.unit()));
    if (!limit.appliesTo().isEmpty()) {
      parts.add("{" + limit.appliesTo() + "}");
    }
    parts.add(messages.text("level." + Words.of(limit.level())));
    if (!limit.region().isEmpty()) {
      parts.add(limit.region());
    }
    if (limit.from() != null) {
      parts.add(messages.text("cli.standards.since", limit.from()));
    }
    if (limit.until() != null) {
      parts.add(messages.text("cli.standards.until", limit.until()));
    }
    return String.join(", ", parts);
  }
}
