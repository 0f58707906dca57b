package org.dudao.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Linker;
import org.dudao.engine.rule.Precedence;
import org.dudao.fact.Codes;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.fact.Profile;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.LayeredLimits;
import org.dudao.load.LimitReader;
import org.dudao.load.ProfileReader;
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
 * @param profiles by their names
 * @param inputs the files, as reports cite them
 */
public record LinkedRules(
    Codes codes, RuleBase rules, List<Limit> limits, List<Limit> upper, Map<String, WorkCalendar> calendars,
    Map<String, Profile> profiles, List<InputFile> inputs) {

  /**
   * Reads those files.
   *
   * @throws InputException with every fault of the files that were read first
   */
  public static LinkedRules of(RuleFiles files) throws InputException {
    return of(files, null);
  }

  /**
   * Reads those files, as far as they are not the shipped ones.
   *
   * @param known what was read of these; null to read all
   */
  static LinkedRules of(RuleFiles files, KnownFiles known) throws InputException {
    boolean areCodesKnown =
        known != null && known.areAll(files.codes(), known.shipped().codes())
            && known.areAll(files.forms(), known.shipped().forms());
    FormReader.Forms forms =
        areCodesKnown ? null : new FormReader(new CodeReader().read(files.codes())).read(files.forms());
    Codes codes = areCodesKnown ? known.stored().codes() : forms.codes();
    LimitReader reader = new LimitReader(codes);
    LayeredLimits relations = areCodesKnown ? reader.law(files.forms(), known::rows) : forms.law();
    boolean areRulesKnown = areCodesKnown && known.areAll(files.rules(), known.shipped().rules());
    RuleBase rules = areRulesKnown ? known.rules(files.rules()) : RuleBase.of(files.rules(), codes);
    Function<Source, List<Limit>> rowsKnown = areCodesKnown ? known::rows : source -> null;
    LayeredLimits tables = reader.law(files.limits(), rowsKnown);
    List<Limit> limits = both(tables.limits(), relations.limits());
    List<Limit> rows = both(tables.rows(), relations.rows());
    boolean areCalendarsKnown = known != null && known.areAll(files.calendars(), known.shipped().calendars());
    Map<String, WorkCalendar> calendars =
        areCalendarsKnown ? known.stored().calendars() : new CalendarReader().read(files.calendars());
    Linker.link(
        rules.rules(), rows, areRulesKnown && areCalendarsKnown ? unknown(rows, files, known) : rows,
        calendars.keySet());
    tables.requireSound();
    Precedence.require(rules.rules(), limits, rows);
    Map<String, Profile> profiles =
        new ProfileReader(rows.stream().map(Limit::id).toList()).read(files.profiles());
    Linker.requireProfiles(rules.rules(), limits, profiles.keySet());
    List<InputFile> inputs = new ArrayList<>();
    inputs.addAll(inputs(InputFile.Role.RULES, files.rules()));
    inputs.addAll(inputs(InputFile.Role.LIMITS, files.limits()));
    inputs.addAll(inputs(InputFile.Role.LIMITS, files.forms()));
    inputs.addAll(inputs(InputFile.Role.LIMITS, files.profiles()));
    inputs.addAll(inputs(InputFile.Role.CODES, files.codes()));
    inputs.addAll(inputs(InputFile.Role.CALENDAR, files.calendars()));
    List<Limit> upper = new ArrayList<>(both(tables.upper(), relations.upper()));
    if (files.isEdition()) {
      rows.stream().filter(row -> row.effect() != Effect.ADDS && !upper.contains(row)).forEach(upper::add);
    }
    return new LinkedRules(codes, rules, limits, List.copyOf(upper), calendars, profiles, List.copyOf(inputs));
  }

  /** The rows of tables that are not the shipped ones. */
  private static List<Limit> unknown(List<Limit> rows, RuleFiles files, KnownFiles known) {
    Set<String> there =
        Stream.concat(files.limits().stream(), files.forms().stream())
            .filter(known::has).map(Source::name).collect(Collectors.toSet());
    return rows.stream().filter(row -> !there.contains(row.origin().file())).toList();
  }

  /**
   * Reads those files, which are not the shipped ones alone, and what they make of them.
   *
   * @throws InputException with every fault of the files that were read first
   */
  public static OwnBook own(RuleFiles files) throws InputException {
    LinkedRules stored = StoredRules.find();
    RuleFiles shipped = RuleFiles.shipped();
    KnownFiles known = new KnownFiles(stored == null ? of(shipped) : stored, shipped);
    LinkedRules own = of(files, known);
    return new OwnBook(own, Deviation.of(files, own, known));
  }

  /** Rules that are not the shipped ones alone, with what they make of those. */
  public record OwnBook(LinkedRules rules, OwnRules deviation) {}

  private static List<Limit> both(List<Limit> some, List<Limit> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Those files as reports cite them. */
  private static List<InputFile> inputs(InputFile.Role role, List<Source> sources) {
    return sources.stream().map(source -> new InputFile(role, source.name(), source.sha256())).toList();
  }
}
