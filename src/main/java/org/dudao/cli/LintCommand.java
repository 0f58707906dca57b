package org.dudao.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.VisibleText;
import org.dudao.format.Messages;
import org.dudao.lint.Lint;
import org.dudao.lint.Linter;
import org.dudao.lint.RuleBook;
import org.dudao.lint.Warning;
import org.dudao.load.CaseFiles;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.load.VisibleJson;
import org.dudao.report.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dudao lint}: finds all mistakes of rules and tables at once, and what is probably meant otherwise. */
@Command(name = "lint", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class LintCommand implements Callable<Integer> {
  /** Editors write a file in several steps. */
  private static final long SETTLING_MILLIS = 300;

  enum LintFormat {
    TEXT,
    JSON,
    GITHUB
  }

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private LanguageOption language;

  @Parameters(paramLabel = "DIR", arity = "0..1")
  private Path folder;

  @Option(names = "--format", paramLabel = "text|json|github", defaultValue = "text")
  private LintFormat format;

  @Option(names = "--explain", paramLabel = "CODE")
  private String explained;

  @Option(names = "--watch")
  private boolean watch;

  LintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Messages.of(language.orElse(console));
    if (explained != null) {
      return explain(messages);
    }
    if (!watch) {
      return lint(messages);
    }
    if (folder == null) {
      throw new UsageException(spec.commandLine(), messages.text("cli.lint.watch"));
    }
    return watch(messages);
  }

  private int explain(Messages messages) {
    Lint lint =
        Lint.ofCode(explained)
            .orElseThrow(() ->
                new UsageException(
                    spec.commandLine(),
                    messages.text("cli.lint.code", explained, Lint.values()[0].code(), last().code())));
    console.out().println(lint.code());
    console.out().println(messages.text(lint.messageId() + ".why"));
    console.out().println(messages.text(lint.messageId() + ".help"));
    console.out().flush();
    return ExitCode.CLEAN.code();
  }

  private static Lint last() {
    return Lint.values()[Lint.values().length - 1];
  }

  private int lint(Messages messages) {
    RuleBook book;
    List<Problem> told = new ArrayList<>();
    try {
      RuleFiles files = files();
      book = RuleBook.read(files, cases(files));
      told.addAll(files.notes());
      told.addAll(book.problems());
    } catch (InputException e) {
      // Nothing of a folder is read in which something would be law under another name.
      book = null;
      told.addAll(e.problems());
    }
    List<Warning> warnings = book == null ? List.of() : Linter.warnings(book, RuleBook.shipped());
    List<Problem> problems = told.stream().sorted(Problem.ORDER).toList();
    long errors = problems.stream().filter(problem -> !problem.code().isNote()).mapToLong(Problem::places).sum();
    boolean isClean = warnings.stream().allMatch(one -> one.lint().isNote());
    switch (format) {
      case TEXT -> print(problems, warnings, errors, book, messages);
      case JSON -> printJson(problems, warnings, errors, messages);
      case GITHUB -> printGithub(problems, warnings, messages);
    }
    console.out().flush();
    return (errors > 0 ? ExitCode.FAILED : isClean ? ExitCode.CLEAN : ExitCode.VIOLATIONS).code();
  }

  private RuleFiles files() throws InputException {
    return folder == null ? RuleFiles.shipped() : RuleFiles.none().with(folder).overShipped();
  }

  /** Those that hold the rules of the folder; it need not have any. */
  private List<Source> cases(RuleFiles files) throws InputException {
    boolean hasAny = folder != null && (files.isEdition() || Files.exists(folder.resolve(CaseFiles.FOLDER)));
    return hasAny ? CaseFiles.of(folder, files) : List.of();
  }

  private static long count(List<Warning> warnings) {
    return warnings.stream().filter(one -> !one.lint().isNote()).count();
  }

  private void print(
      List<Problem> problems, List<Warning> warnings, long errors, RuleBook book, Messages messages) {
    Diagnostics diagnostics = new Diagnostics(console.out(), messages);
    diagnostics.print(problems);
    diagnostics.printWarnings(warnings);
    console.out().println(
        messages.text(
            "cli.lint.summary", errors, count(warnings), book == null ? 0 : book.rules().size(),
            book == null ? 0 : book.limits().size()));
    if (!warnings.isEmpty()) {
      console.out().println(messages.text("cli.lint.more", warnings.get(0).lint().code()));
    }
  }

  private void printJson(List<Problem> problems, List<Warning> warnings, long errors, Messages messages) {
    List<Map<String, Object>> findings = new ArrayList<>();
    problems.forEach(one ->
        findings.add(json(severity(one), one.code().text(), messages.problem(one), "", one.at())));
    warnings.forEach(one ->
        findings.add(
            json(
                severity(one), one.lint().code(), Diagnostics.sentence(one, messages),
                messages.text(one.lint().messageId() + ".help"), one.at())));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("errors", errors);
    json.put("warnings", count(warnings));
    json.put("findings", findings);
    console.out().println(VisibleJson.written(json));
  }

  private static String severity(Problem problem) {
    return problem.code().isNote() ? "notice" : "error";
  }

  private static String severity(Warning warning) {
    return warning.lint().isNote() ? "notice" : "warning";
  }

  private static Map<String, Object> json(String severity, String code, String message, String help, Origin at) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("severity", severity);
    json.put("code", code);
    json.put("message", message);
    json.put("help", help);
    json.put("file", at.file());
    json.put("line", at.line());
    json.put("column", at.column());
    json.put("place", at.pointer());
    return json;
  }

  /** The commands by which a job on GitHub marks lines of a change. */
  private void printGithub(List<Problem> problems, List<Warning> warnings, Messages messages) {
    problems.forEach(one -> printGithub(severity(one), one.code().text(), messages.problem(one), one.at()));
    warnings.forEach(one -> printGithub(severity(one), one.lint().code(), Diagnostics.sentence(one, messages), one.at()));
  }

  private void printGithub(String severity, String code, String message, Origin at) {
    String place = at.line() == 0 ? "" : ",line=" + at.line() + ",col=" + at.column();
    console.out().println(
        "::" + severity + " file=" + property(at.file()) + place + ",title=" + property(code) + "::" + data(message));
  }

  private static String data(String text) {
    return VisibleText.of(text).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** Looks again whenever a file of the folder changes, until it is interrupted. */
  private int watch(Messages messages) throws IOException {
    int last = ExitCode.CLEAN.code();
    try (WatchService service = FileSystems.getDefault().newWatchService()) {
      register(service);
      last = lint(messages);
      while (!console.isBroken()) {
        WatchKey key = service.take();
        TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
        for (; key != null; key = service.poll()) {
          key.pollEvents();
          key.reset();
        }
        register(service);
        console.out().println();
        last = lint(messages);
      }
      return last;
    } catch (InterruptedException | ClosedWatchServiceException e) {
      Thread.currentThread().interrupt();
      return last;
    }
  }

  private void register(WatchService service) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) throws IOException {
            one.register(
                service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
