package org.dudao.spark;

import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.dudao.fact.Facts;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;
import org.dudao.format.JsonLines;
import org.dudao.load.FactReader;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import scala.Tuple2;

/**
 * Judges the lines of one bureau and day, and tells what it found as pairs of an output and a line for it.
 *
 * @param asOf the day of judgement; null to take the documents' own
 */
record Judge(Rules rules, LocalDate asOf, Level failOn, boolean showPasses, Language language)
    implements FlatMapGroupsFunction<String, Line, Tuple2<String, String>>, Serializable {

  static final String FINDINGS = "findings";
  static final String BUREAUS = "bureaus";
  static final String UNREADABLE = "unreadable";

  @Override
  public Iterator<Tuple2<String, String>> call(String key, Iterator<Line> group) {
    List<Line> lines = new ArrayList<>();
    group.forEachRemaining(lines::add);
    lines.sort(Line.ORDER);

    Rules.Ready ready = rules.ready();
    FactReader.Result read =
        new FactReader(ready.codes(), asOf, InputStream.nullInputStream())
            .readLines(lines.stream().filter(line -> line.fault() == null).map(Line::document).toList());

    JsonLines json = new JsonLines(language);
    Stream<Tuple2<String, String>> told =
        problems(key, lines, read).entrySet().stream().map(one -> unreadable(one.getKey(), one.getValue(), json));
    for (Facts facts : read.facts()) {
      told = Stream.concat(told, judged(facts, ready, json));
    }
    return told.iterator();
  }

  private Stream<Tuple2<String, String>> judged(Facts facts, Rules.Ready ready, JsonLines json) {
    Report report = ready.checker().check(facts);
    Stream<Tuple2<String, String>> findings =
        report.findings().stream()
            .filter(finding -> showPasses || finding.outcome() != Outcome.PASS)
            .map(finding -> new Tuple2<>(FINDINGS, json.finding(finding)));
    return Stream.concat(Stream.of(new Tuple2<>(BUREAUS, json.bureau(report, failOn))), findings);
  }

  private static Tuple2<String, String> unreadable(Line line, List<Problem> problems, JsonLines json) {
    return new Tuple2<>(
        UNREADABLE, json.unreadable(line.file(), line.linesBefore() + 1, problems, line.raw()));
  }

  /** The lines that were left out, each with what is wrong with it. */
  private static Map<Line, List<Problem>> problems(String key, List<Line> lines, FactReader.Result read) {
    Map<Line, List<Problem>> problems = new LinkedHashMap<>();
    lines.stream().filter(line -> line.fault() != null).forEach(line -> problems.put(line, List.of(line.unreadable())));
    for (Problem problem : read.problems()) {
      problems.computeIfAbsent(lineOf(problem, lines), line -> new ArrayList<>()).add(problem);
    }
    if (read.facts().isEmpty()) {
      // Sound by themselves, they make no bureau with the others.
      String bureau = key.substring(0, key.indexOf('\n'));
      lines.forEach(
          line -> problems.computeIfAbsent(line, one -> List.of(new Problem("left-out", List.of(bureau), one.at()))));
    }
    return problems;
  }

  /** The last line that begins at or before the place, for a document may have lines itself. */
  private static Line lineOf(Problem problem, List<Line> lines) {
    Line found = lines.get(0);
    for (Line line : lines) {
      if (line.file().equals(problem.at().file()) && line.linesBefore() < Math.max(1, problem.at().line())) {
        found = line;
      }
    }
    return found;
  }
}
