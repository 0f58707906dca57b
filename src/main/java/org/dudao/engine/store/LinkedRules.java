package org.dudao.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Linker;
import org.dudao.fact.Codes;
import org.dudao.fact.Limit;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.InputFile;

/**
 * All that the files of a rules folder say: rules, compiled, and limits, found to fit each other.
 *
 * @param calendars by upper-case region
 * @param inputs the files, as reports cite them
 */
public record LinkedRules(
    Codes codes, RuleBase rules, List<Limit> limits, Map<String, WorkCalendar> calendars, List<InputFile> inputs) {

  /**
   * Reads those files.
   *
   * @throws InputException with every fault of the files that were read first
   */
  public static LinkedRules of(RuleFiles files) throws InputException {
    FormReader.Forms forms = new FormReader(new CodeReader().read(files.codes())).read(files.forms());
    Codes codes = forms.codes();
    RuleBase rules = RuleBase.of(files.rules(), codes);
    List<Limit> limits = new ArrayList<>(new LimitReader(codes).read(files.limits()));
    limits.addAll(forms.relations());
    Map<String, WorkCalendar> calendars = new CalendarReader().read(files.calendars());
    Linker.link(rules.rules(), limits, calendars.keySet());
    List<InputFile> inputs = new ArrayList<>();
    inputs.addAll(inputs(InputFile.Role.RULES, files.rules()));
    inputs.addAll(inputs(InputFile.Role.LIMITS, files.limits()));
    inputs.addAll(inputs(InputFile.Role.LIMITS, files.forms()));
    inputs.addAll(inputs(InputFile.Role.CODES, files.codes()));
    inputs.addAll(inputs(InputFile.Role.CALENDAR, files.calendars()));
    return new LinkedRules(codes, rules, List.copyOf(limits), calendars, List.copyOf(inputs));
  }

  /** Those files as reports cite them. */
  private static List<InputFile> inputs(InputFile.Role role, List<Source> sources) {
    return sources.stream().map(source -> new InputFile(role, source.name(), source.sha256())).toList();
  }
}
