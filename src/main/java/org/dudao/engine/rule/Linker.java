package org.dudao.engine.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.engine.reckon.Reckoning;
import org.dudao.fact.Condition;
import org.dudao.fact.Domain;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Period;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.UnknownName;
import org.dudao.fact.Value;
import org.dudao.fact.ValueVisitor;
import org.dudao.fact.Words;
import org.dudao.load.InputException;
import org.dudao.load.ProblemList;
import org.dudao.report.Demand;

/**
 * Holds rules and limits against each other: each limit has a rule that can use what it says, and each rule has a
 * limit.
 */
public final class Linker {
  private final Map<String, Rule> rules;
  private final Set<String> names;
  private final List<Limit> limits;
  /** No figure of schools, bureaus or money is greater. */
  private static final long MOST = 1_000_000_000_000_000L;

  private final Set<String> calendars;
  private final ProblemList problems = new ProblemList();
  /** Many limits have the same scope, by its text and the type of fact of which it is asked. */
  private final Map<List<Object>, ScopeSlip> slips = new HashMap<>();

  private Linker(Map<String, Rule> rules, List<Limit> limits, Set<String> calendars) {
    this.rules = rules;
    this.names = new TreeSet<>(rules.keySet());
    this.limits = limits;
    this.calendars = calendars;
  }

  /**
   * Sees that they fit each other.
   *
   * @param limits every row of the tables, those that take the place of others or withdraw them among them
   * @param calendars the regions that have one
   * @throws InputException when a limit names no rule, or says what its rule cannot use, or a rule has no limits
   */
  public static void link(Map<String, Rule> rules, List<Limit> limits, Set<String> calendars) throws InputException {
    link(rules, limits, limits, calendars);
  }

  /**
   * The same, where some are known to fit.
   *
   * @param unlinked those that are not
   */
  public static void link(
      Map<String, Rule> rules, List<Limit> limits, List<Limit> unlinked, Set<String> calendars) throws InputException {
    List<Problem> problems = new Linker(rules, limits, calendars).problems(unlinked);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  /** Refuses rules that share a family and do not measure the same: the one finding would hide another number. */
  private void requireFamilies() {
    Map<String, Rule> firsts = new HashMap<>();
    for (Rule rule : new TreeMap<>(rules).values()) {
      Rule first = firsts.putIfAbsent(rule.family(), rule);
      if (first != null && !rule.measuresLike(first)) {
        problems.add(Problem.of(ProblemCode.RULE_FAMILY, rule.origin(), rule.id(), rule.family(), first.id()));
      }
    }
  }

  /**
   * Requires that there is every profile for which limits ask.
   *
   * @throws InputException when there is not
   */
  public static void requireProfiles(Map<String, Rule> rules, List<Limit> limits, Set<String> profiles)
      throws InputException {
    List<Problem> problems = new ArrayList<>();
    for (Limit limit : limits) {
      if (rules.get(limit.rule()).measured() == Rule.Measured.PROFILES) {
        ((Value.Names) limit.value()).names().stream()
            .filter(name -> !profiles.contains(name))
            .forEach(name ->
                problems.add(
                    Problem.of(ProblemCode.UNKNOWN_PROFILE, limit.origin(), new UnknownName(name, profiles))));
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  /** What in that limit its rule cannot use. */
  public static List<Problem> misfits(Map<String, Rule> rules, Limit limit, Set<String> calendars) {
    Linker linker = new Linker(rules, List.of(limit), calendars);
    linker.require(limit);
    return linker.problems;
  }

  private List<Problem> problems(List<Limit> unlinked) {
    Set<String> ids = limits.stream().map(Limit::id).collect(Collectors.toCollection(TreeSet::new));
    Set<String> limited = limits.stream().map(Limit::rule).collect(Collectors.toSet());
    unlinked.forEach(this::require);
    requireFamilies();
    for (Rule rule : rules.values()) {
      if (!limited.contains(rule.id())) {
        problems.add(Problem.of(ProblemCode.RULE_WITHOUT_LIMIT, rule.origin(), rule.id()));
      }
      for (Rule.LimitReference reference : rule.references()) {
        if (!ids.contains(reference.id())) {
          UnknownName unknown = new UnknownName(reference.id(), ids);
          problems.add(Problem.of(ProblemCode.RULE_UNKNOWN_LIMIT, reference.origin(), unknown));
        }
      }
    }
    return problems;
  }

  private void require(Limit limit) {
    Rule rule = rules.get(limit.rule());
    if (rule == null) {
      fault(limit, ProblemCode.LIMIT_NO_RULE, new UnknownName(limit.rule(), names));
    } else {
      limit.scope().leaves().forEach(leaf -> requireScope(limit, leaf, rule.subject()));
      refuseContradiction(limit, rule.subject());
      requireDate(limit, rule.subject());
      if (limit.value() != null) {
        requireValue(limit, rule);
      }
      requireCalendars(limit, rule);
    }
  }

  private void requireScope(Limit limit, Condition.Leaf leaf, Class<? extends Subject> subject) {
    if (!leaf.canBeAskedOf(subject)) {
      fault(limit, ProblemCode.LIMIT_SCOPE, leaf.name(), subject.getSimpleName(), limit.rule());
    }
  }

  /**
   * Refuses a scope in which no fact can be, and one of which a part says nothing beside the others: who writes
   * {@code primary junior|senior} for {@code primary|junior|senior} would take a limit from nearly all whom it is for.
   */
  private void refuseContradiction(Limit limit, Class<? extends Subject> subject) {
    boolean isPlain = limit.scope() instanceof Condition.Word || limit.scope().equals(Condition.ALWAYS);
    if (isPlain || limit.scope().leaves().anyMatch(leaf -> !leaf.canBeAskedOf(subject))) {
      return;
    }
    ScopeSlip slip =
        slips.computeIfAbsent(List.of(limit.appliesTo(), subject), written -> slip(limit.scope(), subject));
    if (slip.isEmpty()) {
      fault(limit, ProblemCode.LIMIT_SCOPE_CONTRADICTION, limit.appliesTo(), subject.getSimpleName(), limit.rule());
    } else if (!slip.idle().isEmpty()) {
      fault(
          limit, ProblemCode.LIMIT_SCOPE_IDLE, limit.appliesTo(), String.join(", ", slip.idle()),
          subject.getSimpleName());
    }
  }

  /**
   * What is wrong with a scope.
   *
   * @param isEmpty whether no fact can be in it
   * @param idle those of its parts that add nobody
   */
  private record ScopeSlip(boolean isEmpty, List<String> idle) {}

  private static ScopeSlip slip(Condition scope, Class<? extends Subject> subject) {
    if (!Satisfiability.isPossible(scope, subject)) {
      return new ScopeSlip(true, List.of());
    }
    List<Condition> parts = scope instanceof Condition.All all ? all.parts() : List.of(scope);
    List<String> idle = new ArrayList<>();
    for (Condition part : parts) {
      if (part instanceof Condition.Any group) {
        List<Condition> others = parts.stream().filter(other -> other != part).toList();
        group.parts().stream()
            .filter(one -> isIdle(one, group, others, subject))
            .forEach(one -> idle.add(told(one)));
      }
    }
    return new ScopeSlip(false, idle);
  }

  /** One of several, as tables write it. */
  private static String told(Condition one) {
    String leaf =
        one.leaves()
            .map(part -> part instanceof Condition.Comparison comparison
                ? comparison.measure() + comparison.operator().sign() + comparison.number()
                : part.name())
            .collect(Collectors.joining());
    return one instanceof Condition.Not ? "!" + leaf : leaf;
  }

  /** Whether one of several adds nobody, because of the terms beside them. */
  private static boolean isIdle(
      Condition one, Condition.Any group, List<Condition> others, Class<? extends Subject> subject) {
    List<Condition> alone = new ArrayList<>(List.of(one));
    group.parts().stream().filter(other -> other != one).forEach(other -> alone.add(new Condition.Not(other)));
    List<Condition> beside = new ArrayList<>(alone);
    beside.addAll(others);
    return Satisfiability.isPossible(new Condition.All(alone), subject)
        && !Satisfiability.isPossible(new Condition.All(beside), subject);
  }

  private void requireDate(Limit limit, Class<? extends Subject> subject) {
    if (limit.datedBy().isEmpty()) {
      return;
    }
    List<String> dates =
        Measures.names(subject).stream()
            .filter(name -> Measures.type(subject, name) == LocalDate.class)
            .sorted()
            .toList();
    if (!dates.contains(limit.datedBy())) {
      fault(limit, ProblemCode.LIMIT_DATED_BY, new UnknownName(limit.datedBy(), dates));
    }
  }

  private void requireCalendars(Limit limit, Rule rule) {
    for (String region : limit.calendars()) {
      if (!calendars.contains(region)) {
        List<String> known = calendars.stream().map(one -> one.toLowerCase(Locale.ROOT)).sorted().toList();
        fault(limit, ProblemCode.LIMIT_CALENDAR, new UnknownName(region.toLowerCase(Locale.ROOT), known));
      }
    }
    if (rule.measured() != Rule.Measured.PERIOD && !(limit.calendars().isEmpty() && limit.suspended() == null)) {
      fault(limit, ProblemCode.LIMIT_WITHOUT_PERIOD, limit.rule());
    }
  }

  private void requireValue(Limit limit, Rule rule) {
    Class<?> measured =
        rule.measured().isOneMeasure() ? Measures.type(rule.subject(), rule.names().get(0)) : null;
    if (!limit.value().accept(new Fitting(limit, rule, measured))) {
      String demand = rule.demand().name().toLowerCase(Locale.ROOT);
      fault(limit, ProblemCode.LIMIT_VALUE, limit.valueText(), limit.rule(), demand);
    }
  }

  /** Whether the rule of a limit can use what it says. */
  private final class Fitting implements ValueVisitor<Boolean> {
    private final Limit limit;
    private final Rule rule;
    /** The type of what is measured; null where the rule measures no component. */
    private final Class<?> measured;

    Fitting(Limit limit, Rule rule, Class<?> measured) {
      this.limit = limit;
      this.rule = rule;
      this.measured = measured;
    }

    @Override
    public Boolean number(Value.Number number) {
      boolean fits = compares() && isNumber(measured);
      if (fits) {
        requireDomain(number.quantity(), number.quantity());
      }
      return fits;
    }

    @Override
    public Boolean range(Value.Range range) {
      boolean fits = demands(Demand.BETWEEN) && isNumber(measured);
      if (fits) {
        requireDomain(range.low(), range.high());
      }
      return fits;
    }

    /** Requires numbers that figures can reach: a cap of what nobody reaches, or nobody can keep, was meant otherwise. */
    private void requireDomain(Quantity low, Quantity high) {
      Quantity least = Quantity.of(least());
      Quantity most = Quantity.of(most());
      if (low.compareTo(least) < 0 || high.compareTo(most) > 0) {
        fault(limit, ProblemCode.LIMIT_DOMAIN, limit.valueText(), measureName(), least.toString(), most.toString());
      } else if (isCapOfPupils() && high.signum() == 0) {
        fault(limit, ProblemCode.LIMIT_OF_NOTHING, limit.valueText(), measureName());
      }
    }

    /** Homework or exams may be forbidden; a class, a school or a teacher without pupils is none. */
    private boolean isCapOfPupils() {
      return demands(Demand.AT_MOST, Demand.BELOW)
          && rule.measured().isOneMeasure()
          && Measures.isOfPupils(rule.subject(), Measures.from(rule.subject(), rule.names().get(0)).get(0));
    }

    private String measureName() {
      return rule.names().isEmpty() ? rule.id() : rule.names().get(0);
    }

    private long least() {
      Domain domain = domain();
      boolean isReported = measured != null && Measures.from(rule.subject(), rule.names().get(0)).size() <= 1;
      return domain != null ? domain.min() : isReported ? 0 : -MOST;
    }

    private long most() {
      Domain domain = domain();
      return domain != null ? domain.max() : measured == Integer.class ? Integer.MAX_VALUE : MOST;
    }

    /** Of a component that declares one. */
    private Domain domain() {
      return measured == null ? null : Measures.declared(rule.subject(), rule.names().get(0), Domain.class);
    }

    @Override
    public Boolean yes(Value.Yes yes) {
      return rule.measured() == Rule.Measured.CLAIM || rule.measured() == Rule.Measured.STATED
          || demands(Demand.ADDING_UP, Demand.IN_ORDER)
          || demands(Demand.EQUAL, Demand.DIFFERENT) && measured == Boolean.class;
    }

    @Override
    public Boolean names(Value.Names names) {
      return rule.measured() == Rule.Measured.PROFILES || demands(Demand.ONE_OF) && measured == String.class
          || demands(Demand.ALL_OF) && measured != null && Collection.class.isAssignableFrom(measured);
    }

    @Override
    public Boolean day(Value.Day day) {
      return compares() && measured == LocalDate.class;
    }

    @Override
    public Boolean clock(Value.Clock clock) {
      // At midnight a day begins, or an evening ends: only of an evening it can be a limit.
      return compares() && measured == LocalTime.class
          && (!clock.time().equals(LocalTime.MIDNIGHT)
              || Measures.isOfEvening(rule.subject(), rule.names().get(0)));
    }

    @Override
    public Boolean field(Value.Field field) {
      if (!Measures.has(rule.subject(), field.measure())) {
        fault(
            limit, ProblemCode.LIMIT_FIELD,
            new UnknownName(field.measure(), new TreeSet<>(Measures.names(rule.subject()))));
        return true;
      }
      // A share of what was reported before is no figure of the fact.
      if (rule.measured() == Rule.Measured.CHANGE) {
        return false;
      }
      Class<?> other = Measures.type(rule.subject(), field.measure());
      if (rule.names().equals(List.of(field.measure()))) {
        return false;
      }
      if (rule.measured() == Rule.Measured.PERIOD) {
        return other == Integer.class && Period.Count.of(0, limit.unit()) != null;
      }
      return compares()
          && (isNumber(other) && isNumber(measured) || other == LocalDate.class && measured == LocalDate.class);
    }

    @Override
    public Boolean time(Value.Time time) {
      return demands(Demand.WITHIN, Demand.LASTING);
    }

    /** Of a form in which each cell holds a figure it must be possible to tell whether the relation holds. */
    @Override
    public Boolean cells(Value.CellRelation relation) {
      Reckoning probe = Reckoning.of(relation.of(cell -> BigDecimal.ONE));
      if (!probe.missing().isEmpty()) {
        fault(limit, ProblemCode.RELATION_OPERANDS, Words.of(relation.relation()), relation.operands().size());
      } else if (probe.misfit() != null) {
        fault(
            limit, ProblemCode.RELATION_UNITS, Words.of(relation.relation()), probe.misfit().id(),
            probe.misfit().unit());
      }
      return rule.measured() == Rule.Measured.FORM;
    }

    private boolean compares() {
      return rule.demand().does(Demand.Operation.COMPARES);
    }

    private boolean demands(Demand... any) {
      return List.of(any).contains(rule.demand());
    }
  }

  /** Counted values have no component, and are numbers. */
  private static boolean isNumber(Class<?> measured) {
    return measured == null
        || Number.class.isAssignableFrom(measured)
        || measured == org.dudao.fact.Quantity.class;
  }

  private void fault(Limit limit, ProblemCode code, Object... arguments) {
    problems.add(code, limit.origin(), arguments);
  }
}
