package org.dudao.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.dudao.fact.Intake;
import org.dudao.load.InputBounds;
import org.dudao.load.InputException;
import org.dudao.load.RawDocument;
import scala.Tuple2;

/** The documents of all input files, read by all executors, each with its file and line. */
final class InputDocuments {
  private static final String SPLIT_SIZE = "spark.sql.files.maxPartitionBytes";
  private static final int BUFFER = 1 << 16;
  private static final Encoder<Split> SPLIT = Encoders.javaSerialization(Split.class);
  private static final Encoder<RawDocument> DOCUMENT = Encoders.javaSerialization(RawDocument.class);

  private final SparkSession spark;
  private final InputFiles files;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final InputBounds bounds;

  InputDocuments(SparkSession spark, Configuration hadoop, InputBounds bounds) {
    this.spark = spark;
    this.files = new InputFiles(hadoop, JavaUtils.byteStringAsBytes(spark.conf().get(SPLIT_SIZE)), bounds);
    this.bounds = bounds;
    this.hadoop = SerializableConfiguration.broadcast(spark.sparkContext(), hadoop);
  }

  Dataset<RawDocument> documents(String in) throws IOException, InputException {
    Broadcast<SerializableConfiguration> hadoop = this.hadoop;
    InputBounds bounds = this.bounds;
    return spark
        .createDataset(numbered(files.splits(in)), SPLIT)
        .flatMap(
            (FlatMapFunction<Split, RawDocument>)
                split -> SplitReader.read(split, hadoop.value().value(), bounds.ofOneTask()),
            DOCUMENT);
  }

  /** What files there are; known when the documents are. */
  Intake intake() {
    return files.intake();
  }

  /** The same splits, knowing how many lines are before them: a pass over the files that were cut, and no other. */
  private List<Split> numbered(List<Split> splits) {
    Map<Split, Long> lineEnds = lineEnds(splits.stream().filter(split -> !split.isWhole()).toList());
    List<Split> numbered = new ArrayList<>();
    long before = 0;
    for (Split split : splits) {
      before = split.start() == 0 ? 0 : before;
      numbered.add(split.after(before));
      before += lineEnds.getOrDefault(split, 0L);
    }
    return numbered;
  }

  private Map<Split, Long> lineEnds(List<Split> splits) {
    if (splits.isEmpty()) {
      return Map.of();
    }
    Broadcast<SerializableConfiguration> hadoop = this.hadoop;
    Map<Split, Long> ends = new HashMap<>();
    spark
        .createDataset(splits, SPLIT)
        .map(
            (MapFunction<Split, Tuple2<Split, Long>>)
                split -> new Tuple2<>(split, lineEnds(split, hadoop.value().value())),
            Encoders.tuple(SPLIT, Encoders.LONG()))
        .collectAsList()
        .forEach(one -> ends.put(one._1(), one._2()));
    return ends;
  }

  /** How many line ends there are in the bytes of the split. */
  private static long lineEnds(Split split, Configuration hadoop) {
    Path path = new Path(split.path());
    try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
      in.seek(split.start());
      byte[] buffer = new byte[BUFFER];
      long ends = 0;
      long left = split.end() - split.start();
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new IOException(split.path() + " became shorter");
        }
        for (int i = 0; i < read; i++) {
          ends += buffer[i] == '\n' ? 1 : 0;
        }
        left -= read;
      }
      return ends;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
