package org.dudao.spark;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.dudao.load.Heading;
import org.dudao.load.RawDocument;
import org.dudao.report.BureauTotal;
import org.dudao.report.Digest;
import org.dudao.report.Totals;
import scala.Tuple2;

/**
 * Judges the documents of one bureau and day, and tells what it found as pairs of an output and a line for it.
 *
 * @param asOf the day of judgement; null to take the documents' own
 */
record Judge(Rules rules, LocalDate asOf, Level failOn, boolean showPasses, Language language)
    implements FlatMapGroupsFunction<String, RawDocument, Tuple2<String, String>> {

  static final String FINDINGS = "findings";
  static final String PROBLEMS = "problems";
  static final String BUREAUS = "bureaus";
  static final String UNREADABLE = "unreadable";
  /** What each bureau came to; removed when all are added up. */
  static final String TOTALS = "totals-parts";

  private static final Comparator<RawDocument> ORDER =
      Comparator.comparing(RawDocument::file).thenComparingInt(RawDocument::linesBefore);

  /** The same for all documents that must be judged together: those of one bureau and day. */
  static String key(RawDocument document, LocalDate asOf) {
    String place = document.file() + "\n" + document.linesBefore();
    return document.fault() != null
        ? place
        : Heading.of(document.bytes())
            .map(one -> one.bureau() + "\n" + (asOf == null ? one.asOf() : asOf))
            .orElse(place);
  }

  @Override
  public Iterator<Tuple2<String, String>> call(String key, Iterator<RawDocument> group) {
    List<RawDocument> documents = new ArrayList<>();
    group.forEachRemaining(documents::add);
    documents.sort(ORDER);

    Rules.Ready ready = rules.ready();
    FactReader.Result read =
        new FactReader(ready.codes(), asOf, InputStream.nullInputStream()).readDocuments(documents);

    JsonStream json = new JsonStream(Messages.of(language));
    Stream<Tuple2<String, String>> told = Stream.of();
    for (Map.Entry<RawDocument, List<Problem>> one : problems(key, documents, read).entrySet()) {
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

  /**
   * A document that could not be used, and each thing that is wrong with it; its text comes with a replacement
   * character for what is no UTF-8.
   */
  private static Stream<Tuple2<String, String>> leftOut(
      RawDocument document, List<Problem> problems, Rules.Ready ready, JsonStream json) {
    String raw = new String(document.bytes(), StandardCharsets.UTF_8);
    Totals totals = new Totals();
    totals.addProblems(problems.size());
    return Stream.concat(
        Stream.of(
            new Tuple2<>(UNREADABLE, json.unreadable(document.file(), document.linesBefore() + 1, raw)),
            new Tuple2<>(TOTALS, ready.totals().line(totals))),
        problems.stream().map(problem -> new Tuple2<>(PROBLEMS, json.problem(problem))));
  }

  /** The documents that were left out, each with what is wrong with it. */
  private static Map<RawDocument, List<Problem>> problems(
      String key, List<RawDocument> documents, FactReader.Result read) {
    Map<RawDocument, List<Problem>> problems = new LinkedHashMap<>();
    for (Problem problem : read.problems()) {
      problems.computeIfAbsent(documentOf(problem, documents), document -> new ArrayList<>()).add(problem);
    }
    if (read.facts().isEmpty()) {
      // Sound by themselves, they make no bureau with the others.
      String bureau = key.substring(0, key.indexOf('\n'));
      for (RawDocument one : documents) {
        problems.computeIfAbsent(one, left -> List.of(Problem.of(ProblemCode.LEFT_OUT, left.at(), bureau)));
      }
    }
    return problems;
  }

  /** The last document that begins at or before the place, for a document may have lines itself. */
  private static RawDocument documentOf(Problem problem, List<RawDocument> documents) {
    RawDocument found = documents.get(0);
    for (RawDocument one : documents) {
      if (one.file().equals(problem.at().file()) && one.linesBefore() < Math.max(1, problem.at().line())) {
        found = one;
      }
    }
    return found;
  }
}
