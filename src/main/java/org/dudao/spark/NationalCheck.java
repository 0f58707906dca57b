package org.dudao.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.dudao.engine.Expectations;
import org.dudao.engine.ReadyRules;
import org.dudao.engine.Selection;
import org.dudao.fact.CrashSite;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;
import org.dudao.fact.VisibleText;
import org.dudao.fact.Words;
import org.dudao.format.IntakeText;
import org.dudao.format.JsonStream;
import org.dudao.format.Messages;
import org.dudao.format.OwnRulesText;
import org.dudao.format.VerdictText;
import org.dudao.load.InputBounds;
import org.dudao.load.InputException;
import org.dudao.load.RawDocument;
import org.dudao.load.RuleFiles;
import org.dudao.report.ExitCode;
import org.dudao.report.Tally;
import org.dudao.report.Verdict;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scala.Tuple2;

/**
 * The check of a whole country, for {@code spark-submit}: lines in, findings, totals and unreadable lines out. What the
 * command line finds in the same files, it finds too.
 */
@Command(name = "national-check", mixinStandardHelpOptions = true)
public final class NationalCheck implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "IN")
  private String in;

  @Parameters(index = "1", paramLabel = "OUT")
  private String folder;

  @Option(names = "--rules", paramLabel = "DIR")
  private List<Path> ruleFolders = List.of();

  @Option(names = "--as-of", paramLabel = "DATE")
  private LocalDate asOf;

  @Option(names = "--profile", paramLabel = "PROFILE", descriptionKey = "profile")
  private String profile;

  @Option(names = "--topic", paramLabel = "TOPIC", split = ",")
  private List<String> topics = List.of();

  @Option(names = "--standard", paramLabel = "STANDARD", split = ",")
  private List<String> standards = List.of();

  @Option(names = "--expect-region", paramLabel = "REGION", split = ",", descriptionKey = "expect-region")
  private List<String> expectedRegions = List.of();

  @Option(names = "--expect-rules", paramLabel = "DIGEST", descriptionKey = "expect-rules")
  private String expectedRules;

  @Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "must", descriptionKey = "dudao.check.fail-on")
  private Level failOn;

  @Option(names = "--allow-unknown", descriptionKey = "dudao.check.allow-unknown")
  private boolean allowUnknown;

  @Option(names = "--show-passes", descriptionKey = "dudao.check.show-passes")
  private boolean showPasses;

  @Option(names = "--max-size", paramLabel = "MB", descriptionKey = "dudao.check.max-size")
  private Integer megabytes;

  @Option(names = "--max-facts", paramLabel = "N", descriptionKey = "dudao.check.max-facts")
  private Integer facts;

  @Option(names = "--max-faults", paramLabel = "N", descriptionKey = "dudao.check.max-faults")
  private Integer faults;

  @Option(names = "--lang", paramLabel = Language.TAGS)
  private Language language = Language.ofLocale(Locale.getDefault().getLanguage());

  private NationalCheck(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs on the cluster that {@code spark-submit} chose; the exit codes are those of the command line. */
  public static void main(String[] args) {
    int code =
        run(
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            args);
    if (SparkSession.getDefaultSession().isDefined()) {
      SparkSession.getDefaultSession().get().stop();
    }
    // A cluster takes an exit for a failure, even with 0.
    if (code != ExitCode.CLEAN.code()) {
      System.exit(code);
    }
  }

  /** Runs one command line and tells how it ended. */
  static int run(PrintStream out, PrintStream err, String... args) {
    CommandLine line = commandLine(out, err, Language.EN);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExitCodeExceptionMapper(
        e -> (e instanceof ParameterException ? ExitCode.USAGE : ExitCode.FAILED).code());
    NationalCheck check = line.getCommand();
    line.setExecutionExceptionHandler((e, command, parsed) -> check.failed(e));
    return line.execute(args);
  }

  /** The command line with its help in that language. */
  static CommandLine commandLine(PrintStream out, PrintStream err, Language language) {
    CommandLine line = new CommandLine(new NationalCheck(out, err));
    line.setResourceBundle(Messages.of(language).bundle());
    return line;
  }

  @Override
  public Integer call() throws Exception {
    try {
      return check();
    } catch (InputException e) {
      Messages messages = messages();
      for (Problem one : e.problems()) {
        err.println(VisibleText.of(one.at() + ": " + messages.text("cli.error") + ": " + messages.problem(one)));
      }
      return ExitCode.FAILED.code();
    }
  }

  /** The cluster tells the whole of it in its own log. */
  private int failed(Exception e) {
    Messages messages = messages();
    err.println(messages.text("cli.error") + ": " + messages.text("cli.crash", CrashSite.of(e)));
    return ExitCode.FAILED.code();
  }

  private int check() throws IOException, InputException {
    InputBounds bounds = bounds();
    Rules rules = rules();
    SparkSession spark = SparkSession.builder().appName("dudao").getOrCreate();
    // A county is few bytes and much work: partitions must not be put together by their bytes.
    spark.conf().set("spark.sql.adaptive.coalescePartitions.enabled", "false");
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Outputs outputs = new Outputs(spark, folder, hadoop);
    outputs.refuseToOverwrite();
    InputDocuments input = new InputDocuments(spark, hadoop, bounds);
    Dataset<RawDocument> documents = input.documents(in);
    Judge judge = new Judge(rules, bounds, asOf, failOn, showPasses, messages().language());
    Outputs.Summary summary =
        outputs.write(judged(documents, judge), rules, new JsonStream(messages()), input.intake());
    tell(summary);
    return ExitCode.of(summary.totals(), allowUnknown).code();
  }

  private InputBounds bounds() {
    refuse(InputBounds.problems(megabytes, facts, faults));
    return InputBounds.USUAL.with(megabytes, facts, faults);
  }

  private void refuse(List<Problem> problems) {
    for (Problem problem : problems) {
      throw new ParameterException(spec.commandLine(), messages().problem(problem));
    }
  }

  /** The rules, made ready here so that faults are told before anything is sent; and unknown names are refused. */
  private Rules rules() throws InputException {
    RuleFiles own = RuleFiles.none();
    for (Path one : ruleFolders) {
      own = own.with(one);
    }
    Selection selection = new Selection(profile, topics, standards);
    Expectations expectations = new Expectations(expectedRegions, expectedRules);
    Rules rules = new Rules(own, selection, expectations);
    ReadyRules ready = rules.load();
    if (ready.own() != null) {
      new OwnRulesText(messages()).lines(ready.own()).forEach(line -> err.println(VisibleText.of(line)));
    }
    ready.cacheNote()
        .ifPresent(note -> err.println(VisibleText.of(messages().text("cli.warning") + ": " + messages().problem(note))));
    for (Problem note : ready.notes()) {
      err.println(VisibleText.of(note.at() + ": " + messages().text("cli.warning") + ": " + messages().problem(note)));
    }
    refuse(selection.problems(ready.checker()));
    refuse(expectations.problems(ready.checker()));
    expectations.require(ready);
    return rules;
  }

  private Dataset<Tuple2<String, String>> judged(Dataset<RawDocument> documents, Judge judge) {
    LocalDate day = asOf;
    return documents
        .groupByKey((MapFunction<RawDocument, String>) document -> Judge.key(document, day), Encoders.STRING())
        .flatMapGroups(judge, Encoders.tuple(Encoders.STRING(), Encoders.STRING()));
  }

  private void tell(Outputs.Summary summary) {
    IntakeText intake = new IntakeText(messages());
    intake.warning(summary.totals().intake()).ifPresent(err::println);
    if (allowUnknown) {
      new VerdictText(messages()).notAllowed(summary.totals()).ifPresent(err::println);
    }
    Tally all = summary.totals().numbers();
    out.println(
        messages().text(
            "national-check.summary", summary.totals().bureaus(), bureaus(summary, Verdict.VIOLATIONS),
            bureaus(summary, Verdict.INCOMPLETE), bureaus(summary, Verdict.UNREADABLE), all.pass(),
            all.fail(), all.unknown(), summary.unreadable(), folder, all.query(), all.unkept()));
    out.println(intake.line(summary.totals().intake()));
  }

  private static long bureaus(Outputs.Summary summary, Verdict verdict) {
    return summary.verdicts().getOrDefault(Words.of(verdict), 0L);
  }

  private Messages messages() {
    return Messages.of(language);
  }
}
