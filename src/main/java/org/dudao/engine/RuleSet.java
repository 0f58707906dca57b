package org.dudao.engine;

import java.util.ArrayList;
import java.util.List;
import org.dudao.engine.drools.RuleBase;
import org.dudao.fact.Codes;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.Input;

/** All that the files of a rules folder say, ready to check with. */
public record RuleSet(Codes codes, Checker checker, List<Input> inputs) {

  /** The rules that travel with the program, as the build has read them; read again when it did not read these very files. */
  public static RuleSet shipped() throws InputException {
    RuleSet stored = StoredRules.find();
    return stored == null ? of(RuleFiles.shipped()) : stored;
  }

  /**
   * Reads those files.
   *
   * @throws InputException with every fault of the files that were read first
   */
  public static RuleSet of(RuleFiles files) throws InputException {
    Codes codes = new CodeReader().read(files.codes());
    Checker checker =
        Checker.of(
            RuleBase.of(files.rules(), codes),
            new LimitReader(codes).read(files.limits()),
            new CalendarReader().read(files.calendars()));
    List<Input> inputs = new ArrayList<>();
    inputs.addAll(inputs(Input.Role.RULES, files.rules()));
    inputs.addAll(inputs(Input.Role.LIMITS, files.limits()));
    inputs.addAll(inputs(Input.Role.CODES, files.codes()));
    inputs.addAll(inputs(Input.Role.CALENDAR, files.calendars()));
    return new RuleSet(codes, checker, List.copyOf(inputs));
  }

  /** Those files as reports cite them. */
  public static List<Input> inputs(Input.Role role, List<Source> sources) {
    return sources.stream().map(source -> new Input(role, source.name(), source.sha256())).toList();
  }
}
