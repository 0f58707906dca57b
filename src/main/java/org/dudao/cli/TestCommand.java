package org.dudao.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.dudao.cases.CaseReader;
import org.dudao.cases.CaseRun;
import org.dudao.cases.Coverage;
import org.dudao.cases.Mutant.MutantKind;
import org.dudao.cases.MutationRun;
import org.dudao.cases.TestCase;
import org.dudao.engine.ReadyRules;
import org.dudao.fact.Origin;
import org.dudao.format.Messages;
import org.dudao.load.CaseFiles;
import org.dudao.load.InputException;
import org.dudao.load.LayeredLimits;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dudao test}: holds rules against cases, which promise what comes out. */
@Command(name = "test", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class TestCommand implements Callable<Integer> {
  enum TestFormat {
    TEXT,
    JSON,
    JUNIT
  }

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private LanguageOption language;

  @Parameters(paramLabel = "DIR", arity = "0..1")
  private Path folder;

  @Option(names = "--cases", paramLabel = "DIR")
  private Path caseFolder;

  @Option(names = "--format", paramLabel = "text|json|junit", defaultValue = "text")
  private TestFormat format;

  @Option(names = "--coverage")
  private boolean covered;

  @Option(names = "--mutate")
  private boolean mutated;

  TestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Messages.of(language.orElse(console));
    refuseTogether(covered && mutated, "--coverage", "--mutate", messages);
    refuseTogether(covered && format == TestFormat.JUNIT, "--coverage", "--format junit", messages);
    refuseTogether(mutated && format == TestFormat.JUNIT, "--mutate", "--format junit", messages);
    ReadyRules rules = folder == null ? ReadyRules.shipped() : ReadyRules.of(files());
    new Diagnostics(console.err(), messages).printLine(rules.cacheNote());
    List<TestCase> cases = new CaseReader(rules.codes(), rules.checker()).read(sources());
    CaseRun run = CaseRun.of(rules.checker(), cases);
    if (run.mismatches().isEmpty() && (covered || mutated)) {
      return covered ? cover(rules, cases, messages) : mutate(rules, cases, messages);
    }
    String report =
        switch (format) {
          case TEXT -> new CaseText(messages).of(run, rules.checker());
          case JSON -> new CaseJson().of(run, rules.checker());
          case JUNIT -> new CaseJUnit(messages).of(run, rules.checker());
        };
    console.out().print(report);
    return (run.mismatches().isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATIONS).code();
  }

  private void refuseTogether(boolean areTogether, String one, String other, Messages messages) {
    if (areTogether) {
      throw new UsageException(spec.commandLine(), messages.text("cli.test.apart", one, other));
    }
  }

  private int cover(ReadyRules rules, List<TestCase> cases, Messages messages) {
    Coverage coverage = Coverage.of(rules.checker(), cases, this::isOwn);
    console.out().print(format == TestFormat.JSON ? new CaseJson().of(coverage) : new CaseText(messages).of(coverage));
    return (coverage.gaps().isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATIONS).code();
  }

  private int mutate(ReadyRules rules, List<TestCase> cases, Messages messages) throws InputException {
    LayeredLimits law = new LimitReader(rules.codes()).law(files().limits());
    MutationRun run = MutationRun.of(rules, law, cases, EnumSet.allOf(MutantKind.class), this::isOwn);
    console.out().print(format == TestFormat.JSON ? new CaseJson().of(run) : new CaseText(messages).of(run));
    return (run.survivors().isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATIONS).code();
  }

  private RuleFiles files() throws InputException {
    return folder == null ? RuleFiles.shipped() : RuleFiles.none().with(folder).overShipped();
  }

  /** Whether that stands in the folder of rules: of those shipped beside it somebody else has the cases. */
  private boolean isOwn(Origin at) {
    return folder == null || at.file().startsWith(folder.toString().replace('\\', '/') + "/");
  }

  private List<Source> sources() throws InputException {
    if (caseFolder != null) {
      return CaseFiles.in(caseFolder);
    }
    return folder == null ? CaseFiles.shipped() : CaseFiles.of(folder, files());
  }
}
