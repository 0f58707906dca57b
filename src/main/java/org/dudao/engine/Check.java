package org.dudao.engine;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dudao.fact.Case;
import org.dudao.fact.Checklist;
import org.dudao.fact.Claim;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Period;
import org.dudao.fact.Problem;
import org.dudao.fact.Quantity;
import org.dudao.fact.School;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Term;
import org.dudao.fact.Truth;
import org.dudao.fact.Value;
import org.dudao.fact.WorkCalendar;
import org.dudao.report.Demand;
import org.dudao.report.Finding;
import org.dudao.report.Judged;
import org.dudao.report.Outcome;
import org.dudao.report.Remark;
import org.dudao.report.Standard;

/** The words that rules say: each sentence holds one measure of one subject against one limit, and becomes one finding. */
public final class Check {
  private static final String YES = "yes";
  private static final String NO = "no";

  private final Facts facts;
  private final WorkCalendar calendar;
  private final Map<String, Rule> rules;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Finding> unsure = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Problem> problems = new ArrayList<>();
  private final List<Term> terms;

  Check(Facts facts, WorkCalendar calendar, Map<String, Rule> rules) {
    this.facts = facts;
    this.calendar = calendar;
    this.rules = rules;
    this.terms = facts.of(Term.class);
  }

  List<Finding> findings() {
    return findings;
  }

  /** Those of the findings of whose limit it cannot be told whether it is for the subject at all. */
  Set<Finding> unsure() {
    return unsure;
  }

  List<Problem> problems() {
    return problems;
  }

  /** What the subject reports, or what follows from it, under that name. */
  public Assertion that(Subject subject, String measure) {
    return new Assertion(subject, measure, null, Measures.from(subject.getClass(), measure).get(0));
  }

  /** What was counted for the subject in {@code when}. */
  public Assertion that(Subject subject, String name, Number counted) {
    return new Assertion(subject, name, Amount.known(Quantity.from(counted)), null);
  }

  /** What was counted for the subject over several facts. */
  public Assertion that(Subject subject, String name, Amount amount) {
    return new Assertion(subject, name, amount, null);
  }

  /** What the school has of the measure for one pupil of the stage; through-schools are divided by the two weights. */
  public Assertion perStudent(School school, String measure, Stage stage, Limit junior, Limit senior) {
    return per(new StagePart(school, stage, junior, senior), measure, Rule.Measured.PER_STUDENT);
  }

  /** The same for a hundred pupils. */
  public Assertion perHundred(School school, String measure, Stage stage, Limit junior, Limit senior) {
    return per(new StagePart(school, stage, junior, senior), measure, Rule.Measured.PER_HUNDRED);
  }

  private Assertion per(StagePart part, String measure, Rule.Measured measured) {
    Quantity value = part.per(measured.pupils(), measure);
    return new Assertion(
        part.school(), measure + (measured == Rule.Measured.PER_HUNDRED ? "PerHundred" : "PerStudent"),
        value == null ? Amount.unknown(List.copyOf(part.missing(measure)), 0) : Amount.known(value),
        part.component(measure));
  }

  /** The time between two days of the subject; while the second has not come, the time until the day of judgement. */
  public Span period(Subject subject, String from, String to) {
    return new Span(subject, from, to);
  }

  /** The time since a day of the subject until the day of judgement. */
  public Span since(Subject subject, String from) {
    return new Span(subject, from, null);
  }

  /** What follows from the operands of a published figure. */
  public Recomputation claim(Claim claim) {
    return new Recomputation(claim);
  }

  /** How many of these facts do not keep the limit that defines them; between two numbers while some lack the measure. */
  public Amount count(Collection<?> members, String measure, Limit definition) {
    Members known = Members.of(members, measure);
    if (members.isEmpty()) {
      // Where no such fact was reported there may be many.
      return Amount.unknown(List.of(measure), 0);
    }
    long breaking = breaking(known.values(), definition);
    return new Amount(
        Quantity.of(breaking), Quantity.of(breaking + known.lacking()), known.missing(), known.lacking());
  }

  /** How many per cent of these facts do not keep the limit that defines them; between two numbers while some lack the measure. */
  public Amount share(Collection<?> members, String measure, Limit definition) {
    Members known = Members.of(members, measure);
    long breaking = breaking(known.values(), definition);
    return new Amount(
        Quantity.percent(breaking, members.size()), Quantity.percent(breaking + known.lacking(), members.size()),
        known.missing(), known.lacking());
  }

  /** The mean of the measure over these facts; unknown while one of them lacks it. */
  public Amount average(Collection<?> members, String measure) {
    Members known = Members.of(members, measure);
    return known.lacking() > 0
        ? Amount.unknown(known.missing(), known.lacking())
        : Amount.known(
            known.values().stream().reduce(Quantity.ZERO, Quantity::plus).dividedBy(Quantity.of(members.size())));
  }

  /** How many of these limits the school keeps at that stage; between two numbers while some cannot be told. */
  public Amount met(School school, Stage stage, Limit junior, Limit senior, Limit... limits) {
    Set<String> missing = new LinkedHashSet<>();
    List<String> broken = new ArrayList<>();
    Map<Limit, Quantity> values = values(new StagePart(school, stage, junior, senior), limits, missing);
    values.forEach((limit, value) -> {
      Rule rule = rules.get(limit.rule());
      if (!holds(rule.demand(), value.compareTo(number(limit)))) {
        broken.add(rule.names().get(0));
      }
    });
    return new Amount(
        Quantity.of(values.size() - broken.size()), Quantity.of(limits.length - broken.size()), List.copyOf(missing), 0,
        broken.isEmpty() ? List.of() : List.of(Remark.of("not-met", String.join(", ", broken))));
  }

  /** What the school has at that stage in per cent of the one of these limits from which it is farthest. */
  public Amount worst(School school, Stage stage, Limit junior, Limit senior, Limit... limits) {
    Set<String> missing = new LinkedHashSet<>();
    Map<Limit, Quantity> shares = values(new StagePart(school, stage, junior, senior), limits, missing);
    shares.replaceAll((limit, value) -> value.dividedBy(number(limit)).times(Quantity.of(100)));
    // What was not reported may be nothing.
    return shares.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(worst -> new Amount(
            missing.isEmpty() ? worst.getValue() : Quantity.ZERO, worst.getValue(), List.copyOf(missing), 0,
            List.of(Remark.of("lowest", rules.get(worst.getKey().rule()).names().get(0)))))
        .orElseGet(() -> Amount.unknown(List.copyOf(missing), 0));
  }

  /** What the rules of these limits measure, as far as it is known. */
  private Map<Limit, Quantity> values(StagePart part, Limit[] limits, Set<String> missing) {
    Map<Limit, Quantity> values = new LinkedHashMap<>();
    for (Limit limit : limits) {
      Rule rule = rules.get(limit.rule());
      Quantity value = part.per(rule.measured().pupils(), rule.names().get(0));
      if (value == null) {
        missing.addAll(part.missing(rule.names().get(0)));
      } else {
        values.put(limit, value);
      }
    }
    return values;
  }

  /**
   * The coefficient of variation between these schools at that stage, or the mean of the coefficients of several
   * measures; unknown while one school lacks a measure, or may not be in the scope by which they were chosen.
   */
  public Amount variation(
      Collection<?> schools, Limit scope, Stage stage, Limit junior, Limit senior, String... measures) {
    List<StagePart> parts = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    List<String> lacking = new ArrayList<>();
    // The engine hands them over in no order.
    for (School school : schools.stream().map(School.class::cast).sorted(Comparator.comparing(School::id)).toList()) {
      StagePart part = new StagePart(school, stage, junior, senior);
      Set<String> lacked = new LinkedHashSet<>(scope.missingToApply(school));
      for (String measure : measures) {
        lacked.addAll(part.missing(measure));
      }
      if (lacked.isEmpty()) {
        parts.add(part);
      } else {
        missing.addAll(lacked);
        lacking.add(school.name() == null ? school.id() : school.name());
      }
    }
    return lacking.isEmpty()
        ? Variation.between(parts, List.of(measures))
        : Amount.unknown(List.copyOf(missing), lacking.size())
            .with(List.of(Remark.of("schools-lacking", String.join(", ", lacking))));
  }

  private long breaking(List<Quantity> values, Limit definition) {
    Quantity bound = number(definition);
    Demand demand = rules.get(definition.rule()).demand();
    return values.stream().filter(value -> !holds(demand, value.compareTo(bound))).count();
  }

  private static Quantity number(Limit limit) {
    return ((Value.Number) limit.value()).quantity();
  }

  /** What several facts say of one measure. */
  private record Members(List<Quantity> values, List<String> missing, int lacking) {
    static Members of(Collection<?> members, String measure) {
      List<Quantity> values = new ArrayList<>();
      // In an order that does not depend on that of the facts.
      Set<String> missing = new TreeSet<>();
      for (Object member : members) {
        Quantity value = Quantity.ofMeasure(Measures.value((Subject) member, measure));
        if (value == null) {
          missing.addAll(Measures.missing((Subject) member, measure));
        } else {
          values.add(value);
        }
      }
      return new Members(values, List.copyOf(missing), members.size() - values.size());
    }
  }

  private static boolean holds(Demand demand, int comparison) {
    return switch (demand) {
      case AT_MOST -> comparison <= 0;
      case AT_LEAST -> comparison >= 0;
      case BELOW -> comparison < 0;
      case ABOVE -> comparison > 0;
      case EQUAL -> comparison == 0;
      case DIFFERENT -> comparison != 0;
      default -> throw new IllegalArgumentException(demand + " compares no numbers");
    };
  }

  /** Something measured, to be held against a limit. */
  public final class Assertion {
    private final Subject subject;
    private final String measure;
    private final Amount amount;
    private final String component;

    private Assertion(Subject subject, String measure, Amount amount, String component) {
      this.subject = subject;
      this.measure = measure;
      this.amount = amount;
      this.component = component;
    }

    public void isAtMost(Limit limit) {
      judge(limit, Demand.AT_MOST);
    }

    public void isAtLeast(Limit limit) {
      judge(limit, Demand.AT_LEAST);
    }

    public void isBelow(Limit limit) {
      judge(limit, Demand.BELOW);
    }

    public void isAbove(Limit limit) {
      judge(limit, Demand.ABOVE);
    }

    /** Equal to the number, or so when the limit says yes. */
    public void is(Limit limit) {
      judge(limit, Demand.EQUAL);
    }

    /** Different from the number, or not so when the limit says yes. */
    public void isNot(Limit limit) {
      judge(limit, Demand.DIFFERENT);
    }

    public void isOneOf(Limit limit) {
      judge(limit, Demand.ONE_OF);
    }

    public void hasAll(Limit limit) {
      judge(limit, Demand.ALL_OF);
    }

    private void judge(Limit limit, Demand demand) {
      record(limit, demand, subject, measure, component,
          () -> {
            if (amount != null) {
              return counted(limit, demand);
            }
            Object found = Measures.value(subject, measure);
            if (found == null) {
              return Ruling.unknown(Measures.missing(subject, measure));
            }
            return ruling(limit, demand, found);
          });
    }

    /** What is missing may be anything: only what holds, or fails, either way is told. */
    private Ruling counted(Limit limit, Demand demand) {
      Ruling least = amount.low() == null ? null : ruling(limit, demand, amount.low());
      Ruling most = amount.high() == null ? null : ruling(limit, demand, amount.high());
      boolean agreed =
          least != null && most != null && least.kept() != null && least.kept().equals(most.kept())
              // Both ends may differ from a number that lies between them.
              && (amount.low().equals(amount.high()) || demand != Demand.EQUAL && demand != Demand.DIFFERENT);
      boolean bestIsMost = demand == Demand.AT_LEAST || demand == Demand.ABOVE;
      Ruling ruling = !agreed ? Ruling.unknown(amount.missing()) : bestIsMost && !least.kept() ? most : least;
      for (Remark remark : amount.remarks()) {
        ruling = ruling.with(remark);
      }
      return amount.lacking() == 0 ? ruling : ruling.with(Remark.of("members-lacking", amount.lacking()));
    }

    private Ruling ruling(Limit limit, Demand demand, Object found) {
      if (limit.value() instanceof Value.Names names) {
        return listed(demand, found, names.names());
      }
      if (limit.value() instanceof Value.Yes) {
        boolean kept = found.equals(demand == Demand.EQUAL);
        return new Ruling(kept, found.equals(true) ? YES : NO, demand == Demand.EQUAL ? YES : NO, null);
      }
      Object bound = bound(limit);
      if (bound == null) {
        return Ruling.unknown(Measures.missing(subject, ((Value.Field) limit.value()).measure()));
      }
      if (found instanceof LocalDate day) {
        LocalDate other = (LocalDate) bound;
        return new Ruling(
            holds(demand, day.compareTo(other)), day.toString(), other.toString(),
            String.valueOf(Math.abs(ChronoUnit.DAYS.between(other, day))));
      }
      if (found instanceof LocalTime time) {
        LocalTime other = (LocalTime) bound;
        return new Ruling(
            holds(demand, time.compareTo(other)), time.toString(), other.toString(),
            String.valueOf(Math.abs(ChronoUnit.MINUTES.between(other, time))));
      }
      if (subject instanceof Indicator indicator && amount == null) {
        return printed(indicator, demand, limit, Quantity.ofMeasure(bound));
      }
      Quantity value = Quantity.ofMeasure(found);
      Quantity most = Quantity.ofMeasure(bound);
      return new Ruling(
          holds(demand, value.compareTo(most)), value.besides(most), most.toString(),
          value.isFinite() ? value.minus(most).abs().besides(Quantity.ZERO) : null);
    }

    private Object bound(Limit limit) {
      if (limit.value() instanceof Value.Field field) {
        return Measures.value(subject, field.measure());
      }
      if (limit.value() instanceof Value.Clock clock) {
        return clock.time();
      }
      return limit.value() instanceof Value.Day day ? day.day() : ((Value.Number) limit.value()).quantity();
    }

    /** A printed figure may be a bound or a round number: it keeps a limit only when all that it may mean does. */
    private Ruling printed(Indicator indicator, Demand demand, Limit limit, Quantity bound) {
      if (!limit.unit().equals(indicator.unit() == null ? "" : indicator.unit())) {
        return Ruling.unknown(List.of("unit"))
            .with(Remark.of("unit-differs", String.valueOf(indicator.unit()), limit.unit()));
      }
      Interval interval = Interval.of(indicator.value(), indicator.approx());
      if (!interval.isExact() && (demand == Demand.EQUAL || demand == Demand.DIFFERENT)
          && interval.meets(Interval.exactly(bound))) {
        return Ruling.unknown(List.of()).with(Remark.of("approximate", interval.text()));
      }
      boolean lowKeeps = interval.low() != null && holds(demand, interval.low().compareTo(bound));
      boolean highKeeps = interval.high() != null && holds(demand, interval.high().compareTo(bound));
      boolean openKeeps = interval.isExact() || lowKeeps && highKeeps
          || interval.low() == null && highKeeps && (demand == Demand.AT_MOST || demand == Demand.BELOW)
          || interval.high() == null && lowKeeps && (demand == Demand.AT_LEAST || demand == Demand.ABOVE);
      boolean noneKeeps = !lowKeeps && !highKeeps
          && (interval.low() != null || demand == Demand.AT_LEAST || demand == Demand.ABOVE)
          && (interval.high() != null || demand == Demand.AT_MOST || demand == Demand.BELOW);
      if (!openKeeps && !noneKeeps) {
        return Ruling.unknown(List.of()).with(Remark.of("approximate", interval.text()));
      }
      Quantity value = Quantity.of(indicator.value());
      boolean kept = interval.isExact() ? holds(demand, value.compareTo(bound)) : openKeeps;
      return new Ruling(kept, indicator.value().toPlainString(), bound.toString(), value.minus(bound).abs().toString());
    }

    private Ruling listed(Demand demand, Object found, List<String> names) {
      String wanted = String.join("; ", names);
      if (demand == Demand.ONE_OF) {
        return new Ruling(names.contains(found.toString()), found.toString(), wanted, null);
      }
      List<String> items = ((Collection<?>) found).stream().map(String::valueOf).toList();
      List<String> absent = names.stream().filter(name -> !items.contains(name)).toList();
      return new Ruling(
          absent.isEmpty(), String.join("; ", items), wanted, absent.isEmpty() ? null : String.join("; ", absent));
    }
  }

  /** A span of time of a subject, to be held against a period that the law allows or asks for. */
  public final class Span {
    private final Subject subject;
    private final String from;
    private final String to;

    private Span(Subject subject, String from, String to) {
      this.subject = subject;
      this.from = from;
      this.to = to;
    }

    /** Over by the due date; judged by the day of judgement while it lasts. */
    public void isWithin(Limit limit) {
      record(limit, Demand.WITHIN, subject, to == null ? from : to, to == null ? from : to, () -> within(limit));
    }

    /** Not over before the period is. */
    public void lastsAtLeast(Limit limit) {
      record(limit, Demand.LASTING, subject, to, to, () -> lasting(limit));
    }

    private Ruling within(Limit limit) {
      LocalDate start = (LocalDate) Measures.value(subject, from);
      if (start == null) {
        return Ruling.unknown(List.of(from));
      }
      if (start.isAfter(facts.asOf())) {
        // What begins after the day of judgement cannot be judged on it: one of the two days is a slip.
        return Ruling.unknown(List.of(from)).with(Remark.of("not-begun", start, facts.asOf()));
      }
      Period period = period(limit);
      if (period == null) {
        return Ruling.unknown(List.of(((Value.Field) limit.value()).measure()));
      }
      Period.Due due = period.due(start, excludedDays(), to == null ? calendar.withoutRolling() : calendar, terms);
      if (due.date() == null) {
        return Ruling.unknown(List.of(FactKind.TERM.property())).with(unknownYears(due));
      }
      LocalDate end = to == null ? null : (LocalDate) Measures.value(subject, to);
      boolean open = end == null || end.isAfter(facts.asOf());
      LocalDate last = open ? facts.asOf() : end;
      boolean kept = !last.isAfter(due.date());
      String found = to == null ? start.toString() : open ? null : end.toString();
      Ruling ruling = new Ruling(kept, found, due.date().toString(), kept ? null : overdue(limit, due.date(), last));
      if (open && to != null) {
        ruling = ruling.with(Remark.of("open", due.date()));
      }
      return ruling.with(unknownYears(due));
    }

    private Ruling lasting(Limit limit) {
      LocalDate start = (LocalDate) Measures.value(subject, from);
      LocalDate end = (LocalDate) Measures.value(subject, to);
      if (start == null) {
        return Ruling.unknown(List.of(from));
      }
      Period period = period(limit);
      if (period == null) {
        return Ruling.unknown(List.of(((Value.Field) limit.value()).measure()));
      }
      Period.Due due = period.due(start, 0, calendar.withoutRolling(), terms);
      if (due.date() == null) {
        return Ruling.unknown(List.of(FactKind.TERM.property())).with(unknownYears(due));
      }
      if (end == null) {
        // Only what is said to be open while it has no end still lasts; an expiry may just not have been reported.
        return facts.asOf().isBefore(due.date()) || !Measures.isOpenWithout(subject.getClass(), to)
            ? Ruling.unknown(List.of(to)).with(unknownYears(due))
            : new Ruling(true, null, due.date().toString(), null).with(Remark.of("open", due.date()));
      }
      boolean kept = !end.isBefore(due.date());
      return new Ruling(kept, end.toString(), due.date().toString(), kept ? null : overdue(limit, end, due.date()))
          .with(unknownYears(due));
    }

    private Period period(Limit limit) {
      if (limit.value() instanceof Value.Time time) {
        return time.period();
      }
      Quantity promised = Quantity.ofMeasure(Measures.value(subject, ((Value.Field) limit.value()).measure()));
      if (promised == null) {
        return null;
      }
      Period.Unit unit = Period.Unit.valueOf(limit.unit().toUpperCase(Locale.ROOT).replace(' ', '_'));
      return new Period.Count(promised.numerator().intValueExact(), unit);
    }

    private int excludedDays() {
      return subject instanceof Case one && one.excludedDays() != null ? one.excludedDays() : 0;
    }

    private String overdue(Limit limit, LocalDate due, LocalDate last) {
      long days =
          limit.unit().equals(Period.Unit.WORKING_DAYS.text())
              ? calendar.workingDaysBetween(due, last)
              : ChronoUnit.DAYS.between(due, last);
      return String.valueOf(days);
    }

    private static Remark unknownYears(Period.Due due) {
      return due.unknownYears().isEmpty()
          ? null
          : Remark.of(
              "calendar-unknown", due.unknownYears().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  /** A published figure beside what follows from its operands. */
  public final class Recomputation {
    private final Claim claim;

    private Recomputation(Claim claim) {
      this.claim = claim;
    }

    /** Agrees with what was published, at the precision printed. */
    public void follows(Limit limit) {
      String measure = claim.stated() == null ? "operands" : "stated";
      Demand demand =
          switch (claim.relation()) {
            case WHOLE, PARTS -> Demand.AT_MOST;
            case COMPLETE, EQUAL -> Demand.EQUAL;
            case ORDER -> Demand.ORDERED;
            default -> Demand.FOLLOWS;
          };
      record(limit, demand, claim, measure, measure, () -> {
        try {
          Reckoning reckoning = Reckoning.of(claim);
          if (reckoning.holds() == null) {
            return Ruling.unknown(reckoning.missing());
          }
          Ruling ruling = new Ruling(
              reckoning.holds(), reckoning.found(), reckoning.stated(),
              reckoning.difference() == null ? null : reckoning.difference().toString()).in(reckoning.unit());
          return reckoning.rounding() == null
              ? ruling
              : ruling.with(Remark.of("rounded-operands", reckoning.rounding()));
        } catch (Reckoning.UnlikeUnitsException e) {
          return Ruling.unknown(List.of("operands")).with(Remark.of("unlike-units", e.getMessage()));
        }
      });
    }
  }

  /**
   * What a sentence came to.
   *
   * @param kept null when facts are missing
   * @param unit in which it is told; null for that of the limit
   */
  private record Ruling(
      Boolean kept, String found, String limit, String unit, String difference, List<String> missing,
      List<Remark> remarks) {

    Ruling(boolean kept, String found, String limit, String difference) {
      this(kept, found, limit, null, kept ? null : difference, List.of(), List.of());
    }

    static Ruling unknown(List<String> missing) {
      return new Ruling(null, null, null, null, null, List.copyOf(missing), List.of());
    }

    Ruling in(String otherUnit) {
      return new Ruling(kept, found, limit, otherUnit, difference, missing, remarks);
    }

    Ruling with(Remark remark) {
      if (remark == null) {
        return this;
      }
      List<Remark> all = new ArrayList<>(remarks);
      all.add(remark);
      return new Ruling(kept, found, limit, unit, difference, missing, List.copyOf(all));
    }
  }

  /** Every sentence ends here: a rule that fails costs its own finding, and is told. */
  private void record(
      Limit limit, Demand demand, Subject subject, String measure, String component, Supplier<Ruling> judgement) {
    Rule rule = rules.get(limit.rule());
    Standard standard = Standard.of(limit, rule.title(), FactKind.of(subject).word());
    Judged judged =
        new Judged(facts.bureau().id(), facts.asOf(), FactKind.of(subject).word(), subject.id(), subject.name());
    Ruling ruling;
    try {
      ruling = judgement.get();
    } catch (RuntimeException e) {
      problems.add(new Problem("rule-failed", List.of(limit.rule(), String.valueOf(e)), limit.origin()));
      ruling = Ruling.unknown(List.of()).with(Remark.of("rule-failed", String.valueOf(e)));
    }
    Outcome outcome = ruling.kept() == null ? Outcome.UNKNOWN : ruling.kept() ? Outcome.PASS : Outcome.FAIL;
    Set<String> missing = new LinkedHashSet<>(ruling.missing());
    List<Remark> remarks = new ArrayList<>(ruling.remarks());
    Truth applies = limit.applies(subject);
    // Who keeps a limit keeps it whether it was meant for him or not; who does not may be out of its scope.
    if (outcome != Outcome.PASS && applies == Truth.UNKNOWN) {
      Set<String> forScope = limit.missingToApply(subject);
      outcome = Outcome.UNKNOWN;
      missing.addAll(forScope);
      remarks.add(Remark.of("scope-unknown", String.join(", ", forScope)));
    }
    if (limit.isScheduled(facts.asOf())) {
      remarks.add(Remark.of("scheduled", limit.from(), ChronoUnit.DAYS.between(facts.asOf(), limit.from())));
    }
    Finding finding =
        new Finding(
            standard, outcome, judged, measure,
            demand == Demand.EQUAL && limit.value() instanceof Value.Yes && !(subject instanceof Claim) ? Demand.YES : demand,
            ruling.found(), ruling.limit() == null ? limit.valueText() : ruling.limit(),
            ruling.unit() == null ? limit.unit() : ruling.unit(),
            outcome == Outcome.FAIL ? ruling.difference() : null, List.copyOf(missing), List.copyOf(remarks),
            facts.places().of(subject, component), Fingerprint.of(judged, standard.id()));
    findings.add(finding);
    if (applies != Truth.YES) {
      unsure.add(finding);
    }
  }
}
