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
import org.dudao.fact.ProblemCode;
import org.dudao.format.JsonStream;
import org.dudao.format.Messages;
import org.dudao.load.FactReader;
import org.dudao.report.BureauTotal;
import org.dudao.report.Digest;
import org.dudao.report.Totals;
import scala.Tuple2;

/**
 * Judges the lines of one bureau and day, and tells what it found as pairs of an output and a line for it.
 *
 * @param asOf the day of judgement; null to take the documents' own
 */
record Judge(Rules rules, LocalDate asOf, Level failOn, boolean showPasses, Language language)
    implements FlatMapGroupsFunction<String, Line, Tuple2<String, String>>, Serializable {

  static final String FINDINGS = "findings";
  static final String PROBLEMS = "problems";
  static final String BUREAUS = "bureaus";
  static final String UNREADABLE = "unreadable";
  /** What each bureau came to; removed when all are added up. */
  static final String TOTALS = "totals-parts";

  @Override
  public Iterator<Tuple2<String, String>> call(String key, Iterator<Line> group) {
    List<Line> lines = new ArrayList<>();
    group.forEachRemaining(lines::add);
    lines.sort(Line.ORDER);

    Rules.Ready ready = rules.ready();
    FactReader.Result read =
        new FactReader(ready.codes(), asOf, InputStream.nullInputStream())
            .readLines(lines.stream().filter(line -> line.fault() == null).map(Line::document).toList());

    JsonStream json = new JsonStream(Messages.of(language));
    Stream<Tuple2<String, String>> told = Stream.of();
    for (Map.Entry<Line, List<Problem>> one : problems(key, lines, read).entrySet()) {
      told = Stream.concat(told, leftOut(one.getKey(), one.getValue(), ready, json));
    }
    for (Facts facts : read.facts()) {
      told = Stream.concat(told, judged(facts, ready, json));
    }
    return told.iterator();
  }

  private Stream<Tuple2<String, String>> judged(Facts facts, Rules.Ready ready, JsonStream json) {
    Digest digest = ready.checker().digest(facts, showPasses);
    BureauTotal total = digest.total(failOn);
    Totals totals = new Totals();
    totals.add(total);
    return Stream.of(
            Stream.of(new Tuple2<>(BUREAUS, json.bureau(total)), new Tuple2<>(TOTALS, ready.totals().line(totals))),
            digest.problems().stream().map(problem -> new Tuple2<>(PROBLEMS, json.problem(problem))),
            digest.findings().stream().map(finding -> new Tuple2<>(FINDINGS, json.finding(finding))))
        .flatMap(part -> part);
  }

  /** A line that could not be used, and each thing that is wrong with it. */
  private static Stream<Tuple2<String, String>> leftOut(
      Line line, List<Problem> problems, Rules.Ready ready, JsonStream json) {
    Totals totals = new Totals();
    totals.addProblems(problems.size());
    return Stream.concat(
        Stream.of(
            new Tuple2<>(UNREADABLE, json.unreadable(line.file(), line.linesBefore() + 1, line.raw())),
            new Tuple2<>(TOTALS, ready.totals().line(totals))),
        problems.stream().map(problem -> new Tuple2<>(PROBLEMS, json.problem(problem))));
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
          line -> problems.computeIfAbsent(line, one -> List.of(Problem.of(ProblemCode.LEFT_OUT, one.at(), bureau))));
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
