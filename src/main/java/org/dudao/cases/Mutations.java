package org.dudao.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.cases.Mutant.MutantKind;
import org.dudao.engine.RuleSummary;
import org.dudao.fact.Codes;
import org.dudao.fact.Condition;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Period;
import org.dudao.fact.Value;
import org.dudao.fact.Words;
import org.dudao.report.Demand;

/** The slips that are made of limits and rules: each a small one, such as a hand makes in a table. */
final class Mutations {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  /** Days of the year before numbers: their digits are no numbers of their own. */
  private static final Pattern STEPPED = Pattern.compile("\\d{2}-\\d{2}|\\d+");
  private static final Pattern COMPARISON = Pattern.compile("([a-zA-Z]+)(>=|<=|>|<|=)(.+)");
  private static final Map<String, String> OPPOSITES = Map.of(">=", "<", "<", ">=", "<=", ">", ">", "<=");
  private static final Map<String, String> SHIFTED = Map.of(">=", ">", ">", ">=", "<=", "<", "<", "<=");
  private static final String WITH_FIRST = " beginning with the first";
  private static final int LEAP_YEAR = 2000;

  private static final Map<Demand, List<Demand>> DEMANDS =
      Map.of(
          Demand.AT_MOST, List.of(Demand.BELOW, Demand.AT_LEAST),
          Demand.AT_LEAST, List.of(Demand.ABOVE, Demand.AT_MOST),
          Demand.BELOW, List.of(Demand.AT_MOST, Demand.ABOVE),
          Demand.ABOVE, List.of(Demand.AT_LEAST, Demand.BELOW),
          Demand.EQUAL, List.of(Demand.DIFFERENT),
          Demand.DIFFERENT, List.of(Demand.EQUAL),
          Demand.WITHIN, List.of(Demand.LASTING),
          Demand.LASTING, List.of(Demand.WITHIN));

  private static final Map<Level, List<Level>> LEVELS =
      Map.of(
          Level.MUST, List.of(Level.SHOULD),
          Level.SHOULD, List.of(Level.MUST, Level.NOTE),
          Level.NOTE, List.of(Level.SHOULD),
          Level.QUERY, List.of(Level.NOTE));

  private final Map<String, Condition.Word> words;
  /** The units of numbers, in the order of their names. */
  private final TreeSet<String> units = new TreeSet<>();

  /**
   * @param limits all there are, for the units in use
   */
  Mutations(Codes codes, Collection<Limit> limits) {
    this.words = Condition.Word.all(codes);
    limits.stream().filter(Mutations::isOfNumbers).map(Limit::unit).filter(unit -> !unit.isEmpty()).forEach(units::add);
  }

  private static boolean isOfNumbers(Limit limit) {
    return limit.value() instanceof Value.Number || limit.value() instanceof Value.Range;
  }

  /** Those of a rule. */
  static List<Mutant> of(RuleSummary rule) {
    return DEMANDS.getOrDefault(rule.demand(), List.of()).stream()
        .map(other -> Mutant.of(rule, rule.demanding(other)))
        .toList();
  }

  /** Those of a row of a table of limits. */
  List<Mutant> of(Limit limit) {
    List<Mutant> mutants = new ArrayList<>();
    add(MutantKind.VALUE, limit, limit.valueText(), values(limit), mutants);
    // What is not verified binds no harder, whatever its words say.
    if (limit.level() != null && !(limit.citation().isUnverified() && limit.bindingLevel() == Level.SHOULD)) {
      List<String> levels = LEVELS.get(limit.level()).stream().map(Words::of).toList();
      add(MutantKind.LEVEL, limit, Words.of(limit.level()), levels, mutants);
    }
    add(MutantKind.UNIT, limit, limit.unit(), units(limit), mutants);
    add(MutantKind.FROM, limit, String.valueOf(limit.from()), daysBeside(limit.from()), mutants);
    add(MutantKind.UNTIL, limit, String.valueOf(limit.until()), daysBeside(limit.until()), mutants);
    add(MutantKind.SCOPE, limit, limit.appliesTo(), scopes(limit), mutants);
    return mutants;
  }

  private static void add(MutantKind kind, Limit limit, String was, List<String> others, List<Mutant> mutants) {
    others.stream().filter(other -> !other.equals(was)).distinct()
        .forEach(other -> mutants.add(Mutant.of(kind, limit, was, other)));
  }

  /** A step up and down of the number, of both ends of a range, or of each span of several. */
  private static List<String> values(Limit limit) {
    String text = limit.valueText();
    if (limit.value() instanceof Value.Number) {
      return stepped(text, NUMBER, Mutations::beside);
    }
    if (limit.value() instanceof Value.Range) {
      return stepped(text, NUMBER, Mutations::beside);
    }
    if (limit.value() instanceof Value.Time) {
      return stepped(text, STEPPED, one -> one.contains("-") ? daysOfYearBeside(one) : beside(one));
    }
    if (limit.value() instanceof Value.Day day) {
      return daysBeside(day.day());
    }
    if (limit.value() instanceof Value.Clock clock) {
      return List.of(clock.time().minusMinutes(1).toString(), clock.time().plusMinutes(1).toString());
    }
    return List.of();
  }

  /** The text with each of the parts that fit the pattern replaced by each of its neighbours. */
  private static List<String> stepped(String text, Pattern pattern, Function<String, List<String>> neighbours) {
    List<String> all = new ArrayList<>();
    for (Matcher part = pattern.matcher(text); part.find(); ) {
      for (String other : neighbours.apply(part.group())) {
        all.add(text.substring(0, part.start()) + other + text.substring(part.end()));
      }
    }
    return all;
  }

  private static List<String> beside(String number) {
    BigDecimal one = new BigDecimal(number);
    return List.of(one.subtract(one.ulp()).toPlainString(), one.add(one.ulp()).toPlainString());
  }

  private static List<String> daysOfYearBeside(String day) {
    LocalDate one = MonthDay.parse("--" + day).atYear(LEAP_YEAR);
    return List.of(one.minusDays(1).toString().substring(5), one.plusDays(1).toString().substring(5));
  }

  private static List<String> daysBeside(LocalDate day) {
    return day == null ? List.of() : List.of(day.minusDays(1).toString(), day.plusDays(1).toString());
  }

  /** Another unit in which the same could be counted. */
  private List<String> units(Limit limit) {
    String unit = limit.unit();
    if (isOfNumbers(limit)) {
      String next = units.higher(unit);
      return List.of(next == null ? units.first() : next);
    }
    Period.Count count = Period.Count.of(0, unit);
    if (!(limit.value() instanceof Value.Time) || count == null) {
      return List.of();
    }
    List<String> others = new ArrayList<>();
    others.add(count.withFirst() ? unit.substring(0, unit.length() - WITH_FIRST.length()) : unit + WITH_FIRST);
    others.add(
        switch (count.unit()) {
          case DAYS, SCHOOL_DAYS -> Period.Unit.WORKING_DAYS.text();
          case WORKING_DAYS -> Period.Unit.DAYS.text();
          case WEEKS, YEARS -> Period.Unit.MONTHS.text();
          case MONTHS -> Period.Unit.WEEKS.text();
        });
    return others;
  }

  /** Each word dropped, negated, or replaced by another of the same component. */
  private List<String> scopes(Limit limit) {
    if (limit.appliesTo().isEmpty()) {
      return List.of();
    }
    List<List<String>> terms =
        Arrays.stream(limit.appliesTo().split("\\s+")).map(term -> List.of(term.split("\\|"))).toList();
    List<String> scopes = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      for (int j = 0; j < terms.get(i).size(); j++) {
        String word = terms.get(i).get(j);
        scopes.add(with(terms, i, j, List.of()));
        for (String other : othersOf(word, limit.scope())) {
          scopes.add(with(terms, i, j, List.of(other)));
        }
      }
    }
    return scopes;
  }

  /** The scope with one word replaced by these, the alternatives that begin with no sign of negation first. */
  private static String with(List<List<String>> terms, int i, int j, List<String> others) {
    List<List<String>> changed = new ArrayList<>(terms);
    List<String> term = new ArrayList<>(terms.get(i));
    term.remove(j);
    term.addAll(others);
    changed.set(i, term);
    return changed.stream().filter(one -> !one.isEmpty()).map(one -> String.join("|", one))
        .collect(Collectors.joining(" "));
  }

  private List<String> othersOf(String word, Condition scope) {
    Matcher comparison = COMPARISON.matcher(word);
    if (comparison.matches()) {
      String measure = comparison.group(1);
      String sign = comparison.group(2);
      String number = comparison.group(3);
      List<String> others = new ArrayList<>(beside(number).stream().map(other -> measure + sign + other).toList());
      if (SHIFTED.containsKey(sign)) {
        others.add(measure + SHIFTED.get(sign) + number);
        others.add(measure + OPPOSITES.get(sign) + number);
      }
      return others;
    }
    boolean isNegated = word.startsWith("!");
    String plain = isNegated ? word.substring(1) : word;
    List<String> others = new ArrayList<>(List.of(isNegated ? plain : "!" + plain));
    String sibling = sibling(plain, scope.leaves().map(Condition.Leaf::name).toList());
    if (sibling != null) {
      others.add(isNegated ? "!" + sibling : sibling);
    }
    return others;
  }

  /** The next word by the alphabet that the same components decide, and which is not there yet; null where none is. */
  private String sibling(String word, List<String> there) {
    Map<Class<?>, Set<String>> deciders = words.get(word).deciders();
    List<String> alike =
        words.values().stream()
            .filter(other -> other.deciders().equals(deciders) && !there.contains(other.word()))
            .map(Condition.Word::word)
            .toList();
    return alike.stream().filter(other -> other.compareTo(word) > 0).findFirst()
        .orElseGet(() -> alike.isEmpty() ? null : alike.get(0));
  }
}
