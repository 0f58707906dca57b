package org.dudao.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dudao.cases.CaseReader;
import org.dudao.cases.CaseRun;
import org.dudao.cases.TestCase;
import org.dudao.engine.ReadyRules;
import org.dudao.format.Messages;
import org.dudao.load.CaseFiles;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dudao test}: holds rules against cases, which promise what comes out. */
@Command(name = "test", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class TestCommand implements Callable<Integer> {
  enum TestFormat {
    TEXT,
    JSON,
    JUNIT
  }

  private final Console console;

  @Mixin private LanguageOption language;

  @Parameters(paramLabel = "DIR", arity = "0..1")
  private Path folder;

  @Option(names = "--cases", paramLabel = "DIR")
  private Path caseFolder;

  @Option(names = "--format", paramLabel = "text|json|junit", defaultValue = "text")
  private TestFormat format;

  TestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Messages.of(language.orElse(console));
    ReadyRules rules = folder == null ? ReadyRules.shipped() : ReadyRules.of(RuleFiles.shipped().with(folder));
    List<TestCase> cases = new CaseReader(rules).read(sources());
    CaseRun run = CaseRun.of(rules.checker(), cases);
    String report =
        switch (format) {
          case TEXT -> new CaseText(messages).of(run, rules.checker());
          case JSON -> new CaseJson().of(run, rules.checker());
          case JUNIT -> new CaseJUnit(messages).of(run, rules.checker());
        };
    print(report);
    return (run.deviations().isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATIONS).code();
  }

  private List<Source> sources() throws InputException {
    if (caseFolder != null) {
      return CaseFiles.in(caseFolder);
    }
    return folder == null ? CaseFiles.shipped() : CaseFiles.in(folder.resolve(CaseFiles.FOLDER));
  }

  private void print(String report) throws IOException {
    console.out().print(report);
    if (console.out().checkError()) {
      // An exit code without its report would be believed.
      throw new IOException("standard output cannot be written");
    }
  }
}
