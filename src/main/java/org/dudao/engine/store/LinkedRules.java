package org.dudao.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Linker;
import org.dudao.engine.rule.Precedence;
import org.dudao.fact.Codes;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.LayeredLimits;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.InputFile;
import org.dudao.report.OwnRules;

/**
 * All that the files of a rules folder say: rules, compiled, and limits, found to fit each other.
 *
 * @param limits those that are law when all layers are heeded
 * @param upper the rows of the layers above the lowest, and of an edition those that change what others say
 * @param calendars by upper-case region
 * @param inputs the files, as reports cite them
 */
public record LinkedRules(
    Codes codes, RuleBase rules, List<Limit> limits, List<Limit> upper, Map<String, WorkCalendar> calendars,
    List<InputFile> inputs) {

  /**
   * Reads those files.
   *
   * @throws InputException with every fault of the files that were read first
   */
  public static LinkedRules of(RuleFiles files) throws InputException {
    FormReader.Forms forms = new FormReader(new CodeReader().read(files.codes())).read(files.forms());
    Codes codes = forms.codes();
    RuleBase rules = RuleBase.of(files.rules(), codes);
    LayeredLimits tables = new LimitReader(codes).law(files.limits());
    List<Limit> limits = both(tables.limits(), forms.relations());
    List<Limit> rows = both(tables.rows(), forms.law().rows());
    Map<String, WorkCalendar> calendars = new CalendarReader().read(files.calendars());
    Linker.link(rules.rules(), rows, calendars.keySet());
    tables.requireSound();
    Precedence.require(rules.rules(), limits, rows);
    List<InputFile> inputs = new ArrayList<>();
    inputs.addAll(inputs(InputFile.Role.RULES, files.rules()));
    inputs.addAll(inputs(InputFile.Role.LIMITS, files.limits()));
    inputs.addAll(inputs(InputFile.Role.LIMITS, files.forms()));
    inputs.addAll(inputs(InputFile.Role.CODES, files.codes()));
    inputs.addAll(inputs(InputFile.Role.CALENDAR, files.calendars()));
    List<Limit> upper = new ArrayList<>(both(tables.upper(), forms.law().upper()));
    if (files.isEdition()) {
      rows.stream().filter(row -> row.effect() != Effect.ADDS && !upper.contains(row)).forEach(upper::add);
    }
    return new LinkedRules(codes, rules, limits, List.copyOf(upper), calendars, List.copyOf(inputs));
  }

  /**
   * What these files, which were read so, make of the shipped ones.
   *
   * @throws InputException when the shipped ones cannot be read
   */
  public OwnRules besideShipped(RuleFiles files) throws InputException {
    return Deviation.of(files, this);
  }

  private static List<Limit> both(List<Limit> some, List<Limit> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Those files as reports cite them. */
  private static List<InputFile> inputs(InputFile.Role role, List<Source> sources) {
    return sources.stream().map(source -> new InputFile(role, source.name(), source.sha256())).toList();
  }
}
