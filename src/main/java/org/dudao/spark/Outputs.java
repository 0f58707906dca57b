package org.dudao.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dudao.fact.Intake;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.format.JsonStream;
import org.dudao.load.InputException;
import org.dudao.report.Totals;
import scala.Tuple2;

/** The folder of results: what was judged goes there in one pass, and the rest is derived from it. */
final class Outputs {
  private static final String PASS = "_pass";
  private static final String OUTPUT = "output";
  private static final List<String> OUTPUTS =
      List.of(Judge.FINDINGS, Judge.PROBLEMS, Judge.BUREAUS, Judge.UNREADABLE, Judge.TOTALS);
  private static final String FINDING =
      "id STRING, standard STRING, version STRING, outcome STRING, level STRING, family STRING, bureau STRING, "
          + "school STRUCT<id: STRING, name: STRING>, "
          + "operands ARRAY<STRUCT<name: STRING, value: STRING, unit: STRING>>, under ARRAY<STRUCT<standard: STRING>>, "
          + "subject STRUCT<kind: STRING, id: STRING, name: STRING>, measure STRING, demand STRING, found STRING, "
          + "`limit` STRING, unit STRING, difference STRING, missing ARRAY<STRING>, "
          + "remarks ARRAY<STRUCT<code: STRING, message: STRING>>, "
          + "at STRUCT<file: STRING, pointer: STRING, line: INT, `column`: INT>, fingerprint STRING";
  private static final String STANDARD =
      "type STRING, id STRING, version STRING, rule STRING, family STRING, topic STRING, title STRING, value STRING, "
          + "unit STRING, level STRING, region STRING, `from` STRING, until STRING, "
          + "authority STRUCT<type: STRING, document: STRING, clause: STRING, words: STRING, source: STRING, "
          + "confidence: STRING>, remedy STRING, note STRING, "
          + "pass BIGINT, fail BIGINT, unknown BIGINT, query BIGINT, unkept BIGINT";

  private final SparkSession spark;
  private final Path folder;
  private final FileSystem files;

  /**
   * What was written.
   *
   * @param verdicts how many bureaus have each verdict, by its word
   * @param unreadable how many lines could not be used
   */
  record Summary(Totals totals, Map<String, Long> verdicts, long unreadable) {}

  Outputs(SparkSession spark, String out, Configuration hadoop) throws IOException {
    this.spark = spark;
    this.files = new Path(out).getFileSystem(hadoop);
    this.folder = files.makeQualified(new Path(out));
  }

  /**
   * Refuses to mix the results of two runs.
   *
   * @throws InputException when the folder is there already
   */
  void refuseToOverwrite() throws IOException, InputException {
    if (files.exists(folder)) {
      throw new InputException(List.of(Problem.of(ProblemCode.OUTPUT_EXISTS, Origin.of(folder.toString()))));
    }
  }

  /**
   * Writes everything; {@code _SUCCESS} comes last.
   *
   * @param found the files, before any was read
   */
  Summary write(Dataset<Tuple2<String, String>> judged, Rules rules, JsonStream json, Intake found) throws IOException {
    // One file open for each output, so that nothing has to be sorted by output first.
    spark.conf().set("spark.sql.maxConcurrentOutputFileWriters", String.valueOf(OUTPUTS.size()));
    judged.toDF(OUTPUT, "line").write().partitionBy(OUTPUT).text(new Path(folder, PASS).toString());
    for (String output : OUTPUTS) {
      settle(output);
    }
    files.delete(new Path(folder, PASS), true);
    Totals totals = totals(rules);
    totals.add(found);
    Rules.Ready ready = rules.ready();
    String last = new String(json.run(totals, ready.fingerprint(), ready.own()), StandardCharsets.UTF_8);
    spark.createDataset(last.lines().toList(), Encoders.STRING()).coalesce(1).write().text(path("totals"));
    files.delete(new Path(folder, Judge.TOTALS), true);
    findings().write().parquet(path("findings-parquet"));
    standards().coalesce(1).write().parquet(path("totals-parquet"));
    Summary summary = new Summary(totals, verdicts(), spark.read().textFile(path(Judge.UNREADABLE)).count());
    files.create(new Path(folder, "_SUCCESS")).close();
    return summary;
  }

  /** What all bureaus come to: each partition is added up where it is, and the sums here. */
  private Totals totals(Rules rules) {
    List<String> sums =
        spark
            .read()
            .textFile(path(Judge.TOTALS))
            .mapPartitions(
                (MapPartitionsFunction<String, String>) lines -> {
                  TotalsCodec codec = rules.ready().totals();
                  return List.of(codec.line(codec.sum(() -> lines))).iterator();
                },
                Encoders.STRING())
            .collectAsList();
    return rules.ready().totals().sum(sums);
  }

  /** An output that nothing went to is an empty folder. */
  private void settle(String output) throws IOException {
    Path written = new Path(new Path(folder, PASS), OUTPUT + "=" + output);
    Path settled = new Path(folder, output);
    boolean done = files.exists(written) ? files.rename(written, settled) : files.mkdirs(settled);
    if (!done) {
      throw new IOException("cannot write " + settled);
    }
  }

  /** The findings as a flat table. */
  private Dataset<Row> findings() {
    return spark.read().schema(FINDING).json(path(Judge.FINDINGS)).select(
        col("id"), col("standard"), col("version"), col("outcome"), col("level"), col("family"),
        col("under.standard").as("also"), col("bureau"), col("school.id").as("school_id"),
        col("school.name").as("school_name"),
        col("subject.kind").as("subject_kind"), col("subject.id").as("subject_id"),
        col("subject.name").as("subject_name"),
        col("measure"), col("demand"), col("found"), col("limit"), col("unit"), col("difference"), col("operands"),
        col("missing"), col("remarks.message").as("remarks"),
        col("at.file").as("file"), col("at.line").as("line"), col("at.column").as("column"),
        col("at.pointer").as("pointer"), col("fingerprint"));
  }

  /** How each standard came out, as a flat table. */
  private Dataset<Row> standards() {
    return spark.read().schema(STANDARD).json(path("totals")).filter(col("type").equalTo("standard")).select(
        col("id"), col("version"), col("rule"), col("family"), col("topic"), col("title"), col("value"), col("unit"),
        col("level"), col("region"), col("from"), col("until"), col("authority.type").as("authority"),
        col("authority.document").as("document"), col("authority.clause").as("clause"),
        col("authority.words").as("words"), col("authority.source").as("source"),
        col("authority.confidence").as("confidence"), col("remedy"), col("note"),
        col("pass"), col("fail"), col("unknown"), col("query"), col("unkept"));
  }

  private Map<String, Long> verdicts() {
    Map<String, Long> verdicts = new HashMap<>();
    spark.read().schema("verdict STRING").json(path(Judge.BUREAUS)).groupBy("verdict").count().collectAsList()
        .forEach(row -> verdicts.put(row.getString(0), row.getLong(1)));
    return verdicts;
  }

  private String path(String output) {
    return new Path(folder, output).toString();
  }
}
