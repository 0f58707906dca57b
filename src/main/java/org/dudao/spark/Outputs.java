package org.dudao.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;
import scala.Tuple2;

/** The folder of results: what was judged goes there in one pass, and the rest is derived from it. */
final class Outputs {
  private static final String PASS = "_pass";
  private static final String OUTPUT = "output";
  private static final String FINDING =
      "id STRING, standard STRING, rule STRING, topic STRING, title STRING, outcome STRING, level STRING, bureau STRING, "
          + "subject STRUCT<kind: STRING, id: STRING, name: STRING>, measure STRING, demand STRING, found STRING, "
          + "`limit` STRING, unit STRING, difference STRING, message STRING, missing ARRAY<STRING>, "
          + "remarks ARRAY<STRUCT<code: STRING, message: STRING>>, "
          + "at STRUCT<file: STRING, pointer: STRING, line: INT, `column`: INT>, "
          + "authority STRUCT<document: STRING, clause: STRING, confidence: STRING>, remedy STRING, fingerprint STRING";
  private static final String BUREAU =
      "verdict STRING, counts STRUCT<pass: BIGINT, fail: BIGINT, unknown: BIGINT>, "
          + "standards ARRAY<STRUCT<id: STRING, title: STRING, level: STRING, region: STRING, `from`: STRING, "
          + "pass: BIGINT, fail: BIGINT, unknown: BIGINT>>";

  private final SparkSession spark;
  private final Path folder;
  private final FileSystem files;

  /** How a run ended. */
  record Summary(
      long bureaus, long violations, long incomplete, long pass, long fail, long unknown, long unreadable) {}

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

  /** Writes everything; {@code _SUCCESS} comes last. */
  Summary write(Dataset<Tuple2<String, String>> judged) throws IOException {
    // One file open for each output, so that nothing has to be sorted by output first.
    spark.conf().set("spark.sql.maxConcurrentOutputFileWriters", "4");
    judged.toDF(OUTPUT, "line").write().partitionBy(OUTPUT).text(new Path(folder, PASS).toString());
    for (String output : List.of(Judge.FINDINGS, Judge.BUREAUS, Judge.UNREADABLE)) {
      settle(output);
    }
    files.delete(new Path(folder, PASS), true);
    findings().write().parquet(path("findings-parquet"));
    Dataset<Row> bureaus = spark.read().schema(BUREAU).json(path(Judge.BUREAUS)).cache();
    Dataset<Row> totals = totals(bureaus).cache();
    totals.write().option("ignoreNullFields", false).json(path("totals"));
    totals.write().parquet(path("totals-parquet"));
    Summary summary = summary(bureaus);
    files.create(new Path(folder, "_SUCCESS")).close();
    return summary;
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
        col("id"), col("standard"), col("rule"), col("topic"), col("title"), col("outcome"), col("level"), col("bureau"),
        col("subject.kind").as("subject_kind"), col("subject.id").as("subject_id"), col("subject.name").as("subject_name"),
        col("measure"), col("demand"), col("found"), col("limit"), col("unit"), col("difference"), col("message"),
        col("missing"), col("remarks.message").as("remarks"),
        col("at.file").as("file"), col("at.line").as("line"), col("at.column").as("column"),
        col("at.pointer").as("pointer"),
        col("authority.document").as("document"), col("authority.clause").as("clause"),
        col("authority.confidence").as("confidence"), col("remedy"), col("fingerprint"));
  }

  /** The outcomes of each standard over all bureaus, under the title and level of its newest version. */
  private static Dataset<Row> totals(Dataset<Row> bureaus) {
    Column newest = struct(col("region"), coalesce(col("from"), lit("")), col("title"), col("level"));
    return bureaus
        .select(explode(col("standards")).as("standard"))
        .select("standard.*")
        .groupBy("id")
        .agg(
            max(newest).as("newest"), sum("pass").as("pass"), sum("fail").as("fail"), sum("unknown").as("unknown"))
        .select(col("id"), col("newest.title"), col("newest.level"), col("pass"), col("fail"), col("unknown"))
        .coalesce(1)
        .sortWithinPartitions("id");
  }

  private Summary summary(Dataset<Row> bureaus) {
    Row sums =
        bureaus.agg(
                coalesce(sum("counts.pass"), lit(0L)), coalesce(sum("counts.fail"), lit(0L)),
                coalesce(sum("counts.unknown"), lit(0L)))
            .first();
    return new Summary(
        bureaus.count(),
        bureaus.filter(col("verdict").equalTo("violations")).count(),
        bureaus.filter(col("verdict").equalTo("incomplete")).count(),
        sums.getLong(0), sums.getLong(1), sums.getLong(2),
        spark.read().textFile(path(Judge.UNREADABLE)).count());
  }

  private String path(String output) {
    return new Path(folder, output).toString();
  }
}
