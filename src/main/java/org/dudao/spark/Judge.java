package org.dudao.spark;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.dudao.fact.Facts;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.format.JsonStream;
import org.dudao.format.Messages;
import org.dudao.load.FactReader;
import org.dudao.load.Heading;
import org.dudao.load.InputBounds;
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
record Judge(Rules rules, InputBounds bounds, LocalDate asOf, Level failOn, boolean showPasses, Language language)
    implements FlatMapGroupsFunction<String, RawDocument, Tuple2<String, String>> {

  static final String FINDINGS = "findings";
  static final String PROBLEMS = "problems";
  static final String BUREAUS = "bureaus";
  static final String UNREADABLE = "unreadable";
  /** What each bureau came to, and what was read; removed when all are added up. */
  static final String TOTALS = "totals-parts";

  private static final Comparator<RawDocument> ORDER =
      Comparator.comparing(RawDocument::file).thenComparingInt(RawDocument::linesBefore);

  /** The same for all documents that must be judged together: those of one bureau and day. */
  static String key(RawDocument document, LocalDate asOf) {
    String place = document.file() + "\n" + document.linesBefore();
    return document.fault() != null
        ? place
        : Heading.of(document.bytes()).map(one -> one.key(asOf)).orElse(place);
  }

  @Override
  public Iterator<Tuple2<String, String>> call(String key, Iterator<RawDocument> group) {
    List<RawDocument> documents = new ArrayList<>();
    group.forEachRemaining(documents::add);
    documents.sort(ORDER);

    Rules.Ready ready = rules.ready();
    FactReader.Result read =
        new FactReader(ready.codes(), asOf, InputStream.nullInputStream(), bounds.ofOneTask()).readDocuments(documents);

    JsonStream json = new JsonStream(Messages.of(language));
    Totals taken = new Totals();
    taken.add(read.intake());
    taken.addProblems(read.others());
    Stream<Tuple2<String, String>> told =
        Stream.concat(
            Stream.of(new Tuple2<>(TOTALS, ready.totals().line(taken))),
            read.others().stream().map(problem -> new Tuple2<>(PROBLEMS, json.problem(problem))));
    told = Stream.concat(told, read.refused().stream().map(one -> refused(one, json)));
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

  /** A document that could not be used; its text comes with a replacement character for what is no UTF-8. */
  private static Tuple2<String, String> refused(RawDocument document, JsonStream json) {
    String raw = new String(document.bytes(), StandardCharsets.UTF_8);
    return new Tuple2<>(UNREADABLE, json.unreadable(document.file(), document.linesBefore() + 1, raw));
  }
}
