package org.dudao.lint;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.cases.CaseReader;
import org.dudao.cases.TestCase;
import org.dudao.engine.Checker;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.RuleDeclaration;
import org.dudao.engine.drl.RuleFile;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Linker;
import org.dudao.engine.rule.Precedence;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.SemanticAnalyzer;
import org.dudao.engine.store.LinkedRules;
import org.dudao.engine.store.StoredRules;
import org.dudao.fact.Codes;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.Profile;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.CalendarReader;
import org.dudao.load.CaseFiles;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.LayeredLimits;
import org.dudao.load.LimitReader;
import org.dudao.load.ProblemList;
import org.dudao.load.ProfileReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;

/**
 * All that the files of a rules folder say, as far as it could be read, and every fault of what could not.
 *
 * @param declared the rules as they are written, by id, of several layers those of the upper one
 * @param rules what they mean, by id
 * @param limits those that are law when all layers are heeded
 * @param rows every row of the tables, those that change others among them
 * @param calendars by upper-case region
 * @param tables the sources of limits, by the name under which they are cited
 * @param checker which judges by them; null where something could not be read
 * @param cases those that hold the rules
 */
public record RuleBook(
    RuleFiles files, Codes codes, Map<String, DeclaredRule> declared, Map<String, Rule> rules, List<Limit> limits,
    List<Limit> rows, Map<String, WorkCalendar> calendars, Map<String, Source> tables, Checker checker,
    List<TestCase> cases, List<Problem> problems) {

  /**
   * Reads those files, and goes on after a fault as far as what was read makes sense.
   *
   * @param caseFiles those of the cases that hold the rules
   */
  public static RuleBook read(RuleFiles files, List<Source> caseFiles) {
    List<Problem> problems = new ProblemList();
    FormReader.Forms forms;
    try {
      forms = new FormReader(new CodeReader().read(files.codes())).read(files.forms());
    } catch (InputException e) {
      // Without codes hardly a word of a rule or a table has a meaning.
      return new RuleBook(
          files, Codes.NONE, Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of(), null, List.of(),
          e.problems());
    }
    Codes codes = forms.codes();
    List<RuleFile> written = written(files.rules(), problems);
    Map<String, DeclaredRule> declared = declared(written);
    Map<String, Rule> rules = rules(written, codes, problems);
    boolean areRulesSound = problems.isEmpty();
    LayeredLimits law = new LimitReader(codes).law(files.limits(), problems);
    List<Limit> limits = Stream.concat(law.limits().stream(), forms.relations().stream()).toList();
    List<Limit> rows = Stream.concat(law.rows().stream(), forms.law().rows().stream()).toList();
    Map<String, WorkCalendar> calendars = calendars(files, problems);
    RuleBase compiled = problems.isEmpty() ? compiled(files, codes, problems) : null;
    problems.addAll(linking(declared.keySet(), rules, rows, calendars, areRulesSound && problems.isEmpty()));
    problems.addAll(law.problems());
    if (problems.isEmpty()) {
      problems.addAll(faults(() -> Precedence.require(rules, limits, rows)));
    }
    Map<String, Profile> profiles = profiles(files, rows, problems);
    if (problems.isEmpty()) {
      problems.addAll(faults(() -> Linker.requireProfiles(rules, limits, profiles.keySet())));
    }
    Map<String, Source> tables = new HashMap<>();
    files.limits().forEach(source -> tables.put(source.name(), source));
    Checker checker = problems.isEmpty() ? Checker.linked(compiled, limits, calendars, profiles) : null;
    List<TestCase> cases = checker == null ? List.of() : cases(codes, checker, caseFiles, problems);
    return new RuleBook(
        files, codes, declared, rules, limits, rows, calendars, tables, checker, cases, List.copyOf(problems));
  }

  /** The edition that travels with the program. */
  public static RuleBook shipped() {
    LinkedRules stored = StoredRules.find();
    if (stored == null) {
      return read(RuleFiles.shipped(), List.of());
    }
    RuleFiles files = RuleFiles.shipped();
    return new RuleBook(
        files, stored.codes(), declared(written(files.rules(), new ArrayList<>())), stored.rules().rules(),
        stored.limits(), stored.limits(), stored.calendars(), Map.of(),
        Checker.linked(stored.rules(), stored.limits(), stored.calendars(), stored.profiles()), List.of(), List.of());
  }

  /** Cases of which the facts tell what is left unsaid by others: those that travel with the program. */
  List<TestCase> samples() {
    try {
      return new CaseReader(codes, checker).read(CaseFiles.shipped());
    } catch (InputException e) {
      throw new IllegalStateException("the shipped cases cannot be read by the shipped rules", e);
    }
  }

  /** The cell of that row as reports cite it; the row where its table has no such column. */
  Origin cell(Limit limit, String column) {
    Source table = tables.get(limit.origin().file());
    Origin cell = table == null ? null : LimitReader.cell(table, column, limit.origin().line());
    return cell == null ? limit.origin() : cell;
  }

  /** Whether it stands instead of the shipped rules; else it lies over them. */
  boolean isEdition() {
    return files.isEdition();
  }

  /** Whether there is anything to look through: without codes nothing else was read. */
  boolean isRead() {
    return codes != Codes.NONE;
  }

  /** Whether something in that file could not be read: what is not there may stand there all the same. */
  boolean isFaulty(Origin file) {
    return problems.stream().anyMatch(problem -> problem.at().file().equals(file.file()));
  }

  /**
   * Where what that row of the edition before said should stand now.
   *
   * @param file of the edition before
   */
  Origin formerly(RuleBook before, String file) {
    return before.files.all()
        .filter(source -> source.name().equals(file))
        .flatMap(source -> source(source.path()).stream())
        .map(source -> Origin.of(source.name()))
        .findFirst()
        .orElse(Origin.of(file));
  }

  private Optional<Source> source(String path) {
    return files.all().filter(source -> source.path().equals(path)).findFirst();
  }

  private static Map<String, Profile> profiles(RuleFiles files, List<Limit> rows, List<Problem> problems) {
    try {
      return new ProfileReader(rows.stream().map(Limit::id).toList()).read(files.profiles());
    } catch (InputException e) {
      problems.addAll(e.problems());
      return Map.of();
    }
  }

  private static List<RuleFile> written(List<Source> sources, List<Problem> problems) {
    List<RuleFile> written = new ArrayList<>();
    for (Source source : sources) {
      try {
        written.add(DrlParser.file(source.name(), source.utf8()));
      } catch (CharacterCodingException e) {
        problems.add(source.notUtf8());
      }
    }
    return written;
  }

  private static Map<String, DeclaredRule> declared(List<RuleFile> written) {
    Map<String, DeclaredRule> declared = new TreeMap<>();
    for (RuleFile file : written) {
      for (RuleDeclaration rule : file.rules()) {
        if (rule.fault() == null) {
          declared.put(rule.name().text(), new DeclaredRule(file.name(), rule));
        }
      }
    }
    return declared;
  }

  private static Map<String, Rule> rules(List<RuleFile> written, Codes codes, List<Problem> problems) {
    Map<String, Rule> rules = new TreeMap<>();
    for (RuleFile file : written) {
      String topic = file.name().substring(file.name().lastIndexOf('/') + 1).replace(".drl", "");
      new SemanticAnalyzer(codes, topic).rules(file, problems).forEach(rule -> rules.put(rule.id(), rule));
    }
    return rules;
  }

  private static Map<String, WorkCalendar> calendars(RuleFiles files, List<Problem> problems) {
    try {
      return new CalendarReader().read(files.calendars());
    } catch (InputException e) {
      problems.addAll(e.problems());
      return Map.of();
    }
  }

  /** The rules compiled; null after what only the engine finds, or what two rules have in common that they must not. */
  private static RuleBase compiled(RuleFiles files, Codes codes, List<Problem> problems) {
    try {
      return RuleBase.of(files.rules(), codes);
    } catch (InputException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static List<TestCase> cases(
      Codes codes, Checker checker, List<Source> caseFiles, List<Problem> problems) {
    try {
      return caseFiles.isEmpty() ? List.of() : new CaseReader(codes, checker).read(caseFiles);
    } catch (InputException e) {
      problems.addAll(e.problems());
      return List.of();
    }
  }

  /** What the rules, the limits and the profiles must be to each other. */
  private interface Requirement {
    void hold() throws InputException;
  }

  /** What speaks against it. */
  private static List<Problem> faults(Requirement requirement) {
    try {
      requirement.hold();
      return List.of();
    } catch (InputException e) {
      return e.problems();
    }
  }

  /** What does not fit each other; not what only follows from a rule or a row that could not be read. */
  private static List<Problem> linking(
      Set<String> declared, Map<String, Rule> rules, List<Limit> limits, Map<String, WorkCalendar> calendars,
      boolean isWhole) {
    List<Limit> readable =
        limits.stream()
            .filter(limit -> isWhole || rules.containsKey(limit.rule()) || !declared.contains(limit.rule()))
            .toList();
    return faults(() -> Linker.link(rules, readable, calendars.keySet())).stream()
        .filter(one -> !calendars.isEmpty() || !one.code().text().startsWith(ProblemCode.LIMIT_CALENDAR.text()))
        .filter(one -> isWhole || one.code() != ProblemCode.RULE_WITHOUT_LIMIT
            && one.code() != ProblemCode.RULE_UNKNOWN_LIMIT)
        .toList();
  }
}
