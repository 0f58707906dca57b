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
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.RuleDeclaration;
import org.dudao.engine.drl.RuleFile;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Linker;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.SemanticAnalyzer;
import org.dudao.engine.store.LinkedRules;
import org.dudao.engine.store.StoredRules;
import org.dudao.fact.Codes;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;

/**
 * All that the files of a rules folder say, as far as it could be read, and every fault of what could not.
 *
 * @param declared the rules as they are written, by id
 * @param rules what they mean, by id
 * @param calendars by upper-case region
 * @param tables the sources of limits, by the name under which they are cited
 */
public record RuleBook(
    RuleFiles files, Codes codes, Map<String, DeclaredRule> declared, Map<String, Rule> rules, List<Limit> limits,
    Map<String, WorkCalendar> calendars, Map<String, Source> tables, List<Problem> problems) {

  /** Reads those files, and goes on after a fault as far as what was read makes sense. */
  public static RuleBook read(RuleFiles files) {
    List<Problem> problems = new ArrayList<>();
    FormReader.Forms forms;
    try {
      forms = new FormReader(new CodeReader().read(files.codes())).read(files.forms());
    } catch (InputException e) {
      // Without codes hardly a word of a rule or a table has a meaning.
      return new RuleBook(files, Codes.NONE, Map.of(), Map.of(), List.of(), Map.of(), Map.of(), e.problems());
    }
    Codes codes = forms.codes();
    Map<String, DeclaredRule> declared = declared(files.rules(), problems);
    Map<String, Rule> rules = rules(files.rules(), codes, problems);
    boolean areRulesSound = problems.isEmpty();
    List<Limit> limits = new ArrayList<>(new LimitReader(codes).read(files.limits(), problems));
    limits.addAll(forms.relations());
    Map<String, WorkCalendar> calendars = calendars(files, problems);
    if (problems.isEmpty()) {
      problems.addAll(compiling(files, codes));
    }
    problems.addAll(linking(declared.keySet(), rules, limits, calendars, areRulesSound && problems.isEmpty()));
    Map<String, Source> tables = new HashMap<>();
    files.limits().forEach(source -> tables.put(source.name(), source));
    return new RuleBook(files, codes, declared, rules, limits, calendars, tables, List.copyOf(problems));
  }

  /** The edition that travels with the program. */
  public static RuleBook shipped() {
    LinkedRules stored = StoredRules.find();
    if (stored == null) {
      return read(RuleFiles.shipped());
    }
    RuleFiles files = RuleFiles.shipped();
    return new RuleBook(
        files, stored.codes(), declared(files.rules(), new ArrayList<>()), stored.rules().rules(), stored.limits(),
        stored.calendars(), Map.of(), List.of());
  }

  /** The cell of that row as reports cite it; the row where its table has no such column. */
  Origin cell(Limit limit, String column) {
    Source table = tables.get(limit.origin().file());
    Origin cell = table == null ? null : LimitReader.cell(table, column, limit.origin().line());
    return cell == null ? limit.origin() : cell;
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
    return before.sources()
        .filter(source -> source.name().equals(file))
        .flatMap(source -> source(source.path()).stream())
        .map(source -> Origin.of(source.name()))
        .findFirst()
        .orElse(Origin.of(file));
  }

  private Optional<Source> source(String path) {
    return sources().filter(source -> source.path().equals(path)).findFirst();
  }

  private Stream<Source> sources() {
    return Stream.of(files.limits(), files.rules(), files.codes(), files.forms(), files.calendars()).flatMap(List::stream);
  }

  private static Map<String, DeclaredRule> declared(List<Source> sources, List<Problem> problems) {
    Map<String, DeclaredRule> declared = new TreeMap<>();
    for (Source source : sources) {
      try {
        for (RuleDeclaration rule : DrlParser.file(source.name(), source.utf8()).rules()) {
          if (rule.fault() == null) {
            declared.putIfAbsent(rule.name().text(), new DeclaredRule(source.name(), rule));
          }
        }
      } catch (CharacterCodingException e) {
        problems.add(Problem.of(ProblemCode.NOT_UTF8, Origin.of(source.name())));
      }
    }
    return declared;
  }

  private static Map<String, Rule> rules(List<Source> sources, Codes codes, List<Problem> problems) {
    Map<String, Rule> rules = new TreeMap<>();
    for (Source source : sources) {
      try {
        RuleFile file = DrlParser.file(source.name(), source.utf8());
        String topic = source.fileName().replace(".drl", "");
        new SemanticAnalyzer(codes, topic).rules(file, problems).forEach(rule -> rules.putIfAbsent(rule.id(), rule));
      } catch (CharacterCodingException e) {
        // It was told when the rules were collected as they are written.
        continue;
      }
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

  /** What only the engine finds, or what two rules have in common that they must not. */
  private static List<Problem> compiling(RuleFiles files, Codes codes) {
    try {
      RuleBase.of(files.rules(), codes);
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
    try {
      Linker.link(rules, readable, calendars.keySet());
      return List.of();
    } catch (InputException e) {
      return e.problems().stream()
          .filter(one -> isWhole || one.code() != ProblemCode.RULE_WITHOUT_LIMIT
              && one.code() != ProblemCode.RULE_UNKNOWN_LIMIT)
          .collect(Collectors.toList());
    }
  }
}
