package org.dudao.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dudao.engine.Checker;
import org.dudao.engine.RuleBook;
import org.dudao.fact.Codes;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.Input;
import picocli.CommandLine.Option;

/** Which rules to use: those shipped, with files replaced or added from folders. */
final class RuleOptions {
  @Option(names = "--rules", paramLabel = "DIR")
  private List<Path> folders = List.of();

  /** Rules ready to check with. */
  record Rules(Codes codes, Checker checker, List<Input> inputs) {}

  Rules load() throws InputException {
    RuleFiles files = files();
    Codes codes = new CodeReader().read(files.codes());
    Checker checker =
        Checker.of(
            RuleBook.of(files.rules(), codes),
            new LimitReader(codes).read(files.limits()),
            new CalendarReader().read(files.calendars()));
    List<Input> inputs = new ArrayList<>();
    inputs.addAll(inputs(Input.Role.RULES, files.rules()));
    inputs.addAll(inputs(Input.Role.LIMITS, files.limits()));
    inputs.addAll(inputs(Input.Role.CODES, files.codes()));
    inputs.addAll(inputs(Input.Role.CALENDAR, files.calendars()));
    return new Rules(codes, checker, inputs);
  }

  /** Only the registered codes, without compiling the rules. */
  Codes codes() throws InputException {
    return new CodeReader().read(files().codes());
  }

  private RuleFiles files() throws InputException {
    RuleFiles files = RuleFiles.shipped();
    for (Path folder : folders) {
      files = files.with(folder);
    }
    return files;
  }

  static List<Input> inputs(Input.Role role, List<Source> sources) {
    return sources.stream().map(source -> new Input(role, source.name(), source.sha256())).toList();
  }
}
