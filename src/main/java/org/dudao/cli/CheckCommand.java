package org.dudao.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dudao.engine.Checker;
import org.dudao.engine.ReadyRules;
import org.dudao.engine.RuleTimes;
import org.dudao.fact.Facts;
import org.dudao.fact.Intake;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;
import org.dudao.fact.VisibleText;
import org.dudao.format.Context;
import org.dudao.format.IntakeText;
import org.dudao.format.JsonStream;
import org.dudao.format.Messages;
import org.dudao.format.VerdictText;
import org.dudao.load.EarlierSubmissions;
import org.dudao.load.FactReader;
import org.dudao.load.FactStream;
import org.dudao.load.InputBounds;
import org.dudao.load.InputException;
import org.dudao.report.ExitCode;
import org.dudao.report.InputFile;
import org.dudao.report.Report;
import org.dudao.report.Totals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dudao check}: holds facts against the standards, and reports. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  private static final int MAX_THREADS = 256;
  /** What is checked, and what was submitted before. */
  private static final int SIDES = 2;

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private RuleOptions rules;
  @Mixin private SelectionOptions selection;
  @Mixin private ExpectationOptions expectations;
  @Mixin private InputOptions input;
  @Mixin private LanguageOption language;

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<String> files;

  @Option(names = "--as-of", paramLabel = "DATE")
  private LocalDate asOf;

  @Option(names = "--previous", paramLabel = "FILES")
  private List<String> previous;

  @Option(names = "--format", paramLabel = "FORMAT[=FILE]")
  private List<String> formats = List.of("text");

  @Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "must")
  private Level failOn;

  @Option(names = "--allow-unknown")
  private boolean allowUnknown;

  @Option(names = "--show-passes")
  private boolean showPasses;

  @Option(names = "--show-unused")
  private boolean showUnused;

  @Option(names = {"--colour", "--color"}, paramLabel = "WHEN", defaultValue = "auto")
  private Colour colour;

  @Option(names = "--stream")
  private boolean streamed;

  @Option(names = "--threads", paramLabel = "N")
  private Integer threads;

  @Option(names = "--rule-budget", paramLabel = "PAIRS")
  private Long ruleBudget;

  @Option(names = "--timings")
  private boolean timed;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Messages.of(language.orElse(console));
    if (streamed) {
      return stream(messages);
    }
    refuseWithoutStream(messages);
    List<Output> outputs = Output.parse(formats, spec.commandLine(), messages);
    refuseOverwriting(outputs, messages);

    InputBounds bounds = bounds(messages);
    ReadyRules ready = rules.load(console, messages);
    RuleTimes times = new RuleTimes();
    Checker checker = checker(ready, times, messages);
    FactReader.Result read = new FactReader(ready.codes(), asOf, console.in(), bounds).read(files);
    EarlierSubmissions earlier = earlier(ready, bounds);
    List<Facts> facts = beside(earlier, read.facts(), messages);

    List<InputFile> inputs = new ArrayList<>(ready.inputs());
    read.files().forEach(file -> inputs.add(new InputFile(InputFile.Role.FACTS, file.name(), file.sha256())));
    earlier.files().forEach(file -> inputs.add(new InputFile(InputFile.Role.PREVIOUS, file.name(), file.sha256())));
    Report report =
        Report.merged(facts.stream().map(one -> report(checker, one)).toList())
            .with(read.others(), inputs)
            .with(earlier.problems(), List.of())
            .with(ready.notes(), List.of())
            .with(read.intake().plus(Intake.of(0, earlier.unread())));

    Context context =
        new Context(messages.language(), failOn, showPasses, isColoured(), Version.number(), options(), ready.own());
    boolean isWritten = true;
    for (Output output : outputs) {
      isWritten &= output.write(report, context, console, messages);
    }
    if (outputs.stream().noneMatch(Output::showsProblems)) {
      new Diagnostics(console.err(), messages).print(report.problems());
    }
    Totals totals = report.totals(failOn);
    warn(totals, messages);
    print(times);
    return (isWritten ? ExitCode.of(totals, allowUnknown) : ExitCode.FAILED).code();
  }

  private Report report(Checker checker, Facts facts) {
    Report report = checker.check(facts);
    return showUnused ? report.with(checker.unused(facts)) : report;
  }

  /** Documents one by one, findings as JSON Lines: for what is larger than memory. */
  private int stream(Messages messages) throws Exception {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (List.of("--format", "--show-passes", "--show-unused").contains(option.longestName())) {
        throw new UsageException(spec.commandLine(), messages.text("cli.not-streamed", option.longestName()));
      }
    }
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (workers < 1 || workers > MAX_THREADS) {
      throw new UsageException(spec.commandLine(), messages.text("cli.threads", workers, MAX_THREADS));
    }
    refuseOverwriting(List.of(Output.printed()), messages);
    InputBounds bounds = bounds(messages);
    ReadyRules ready = rules.load(console, messages);
    RuleTimes times = new RuleTimes();
    StreamCheck check =
        new StreamCheck(
            checker(ready, times, messages), new FactStream(ready.codes(), asOf, console.in(), bounds, workers),
            earlier(ready, bounds), ready, new JsonStream(messages), failOn, workers, bounds.bytesOfDocument(), console);
    ExitCode end = check.run(files, allowUnknown);
    warn(check.totals(), messages);
    print(times);
    return end.code();
  }

  /** Before anything is read, so that nothing of it is lost. */
  private void refuseOverwriting(List<Output> outputs, Messages messages) {
    List<String> arguments = new ArrayList<>(files);
    arguments.addAll(previous == null ? List.of() : previous);
    List<Path> inputs = new ArrayList<>(FactReader.places(arguments));
    inputs.addAll(rules.places());
    Output.refuseOverwriting(
        outputs, inputs, arguments.contains(FactReader.STANDARD_INPUT), spec.commandLine(), messages);
  }

  /** Each submission bears its own day: the day of judgement is not that of what was submitted before. */
  private EarlierSubmissions earlier(ReadyRules ready, InputBounds bounds) {
    return previous == null
        ? EarlierSubmissions.NONE
        : EarlierSubmissions.of(new FactReader(ready.codes(), null, console.in(), bounds).read(previous));
  }

  /** What was submitted before lies in memory beside what is checked. */
  private InputBounds bounds(Messages messages) {
    InputBounds bounds = input.bounds(spec.commandLine(), messages);
    return previous == null ? bounds : bounds.sharedBy(SIDES);
  }

  private List<Facts> beside(EarlierSubmissions earlier, List<Facts> all, Messages messages) {
    List<Facts> facts = new ArrayList<>();
    for (Facts one : all) {
      try {
        facts.add(earlier.beside(one));
      } catch (InputException e) {
        Problem late = e.problems().get(0);
        throw new UsageException(spec.commandLine(), late.at() + ": " + messages.problem(late));
      }
    }
    return facts;
  }

  private Checker checker(ReadyRules ready, RuleTimes times, Messages messages) throws InputException {
    if (ruleBudget != null && ruleBudget < 1) {
      throw new UsageException(spec.commandLine(), messages.text("cli.rule-budget", ruleBudget));
    }
    Checker usual = ready.checker();
    Checker selected =
        selection.of(ruleBudget == null ? usual : usual.within(ruleBudget), spec.commandLine(), messages);
    Checker checker = expectations.of(selected, ready, spec.commandLine(), messages);
    return timed ? checker.timed(times) : checker;
  }

  /** A report may go where nobody looks at it now. */
  private void warn(Totals totals, Messages messages) {
    new IntakeText(messages).warning(totals.intake()).ifPresent(console.err()::println);
    if (allowUnknown) {
      new VerdictText(messages).notAllowed(totals).ifPresent(console.err()::println);
    }
  }

  /** Milliseconds in all threads together, subjects judged, nanoseconds for each, rule; never in a report, whose bytes stay. */
  private void print(RuleTimes times) {
    for (RuleTimes.Line line : times.lines()) {
      console.err().printf(
          "%10.1f ms %12d x %8d ns  %s%n", line.nanos() / 1e6, line.judged(), line.nanos() / Math.max(1, line.judged()),
          VisibleText.of(line.rule()));
    }
  }

  private void refuseWithoutStream(Messages messages) {
    if (threads != null) {
      throw new UsageException(spec.commandLine(), messages.text("cli.only-streamed", "--threads"));
    }
  }

  private boolean isColoured() {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> console.terminal() && console.environment().getOrDefault("NO_COLOR", "").isEmpty();
    };
  }

  /** The options that a person gave, for the report; not where it was written to, so that reruns have the same bytes. */
  private TreeMap<String, String> options() {
    TreeMap<String, String> options = new TreeMap<>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!option.longestName().equals("--format") && !option.longestName().startsWith("--colo")) {
        options.put(option.longestName(), String.join(" ", option.stringValues()));
      }
    }
    return options;
  }
}
