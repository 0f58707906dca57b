package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.reckon.Amount;
import org.dudao.engine.reckon.Interval;
import org.dudao.engine.reckon.StagePart;
import org.dudao.engine.reckon.Variation;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Bureau;
import org.dudao.fact.Case;
import org.dudao.fact.Claim;
import org.dudao.fact.ClassSizes;
import org.dudao.fact.Earlier;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Form;
import org.dudao.fact.GradeGroup;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.School;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.SizesOfGroup;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.fact.Value;
import org.dudao.report.Datum;
import org.dudao.report.SourceFigure;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * The words that rules say. A sentence names a measure of a subject and a limit; it is written down here, and held later
 * against every subject of the same scope.
 */
public final class Check {
  /** Those by which it is told whether it is in time. */
  private static final Set<String> DAYS_OF_CASE = Set.of("received", "accepted", "closed");
  private static final Set<String> GRADES = Set.of("fromGrade", "toGrade");
  private static final Set<String> GRADE = Set.of("grade");

  private final Map<String, Rule> rules;
  private final Consumer<Statement> statements;

  /**
   * The words of a session.
   *
   * @param rules by their ids
   * @param statements is told each sentence, in the order in which the engine comes to them, which is none
   */
  public Check(Map<String, Rule> rules, Consumer<Statement> statements) {
    this.rules = rules;
    this.statements = statements;
  }

  /** What the subject reports, or what follows from it, under that name. */
  public Assertion that(Subject subject, String measure) {
    return new Assertion(subject, new MeasuredValue(subject.getClass(), measure));
  }

  /**
   * So much for each pupil, or so many pupils for each of something; a school of several stages owes the sum of what its
   * stages owe by the limits of the rule.
   */
  public Assertion ofStages(School school, String measure) {
    return new Assertion(school, new SumOfStages(school.getClass(), measure));
  }

  /** What the subject reports under that name, in per cent of what it reported before. */
  public Assertion change(Subject subject, String measure) {
    return new Assertion(subject, new ChangedValue(subject.getClass(), measure));
  }

  /** What was counted for the subject in {@code when}. */
  public Assertion that(Subject subject, String name, Number counted) {
    return that(
        subject, name,
        Aggregate.within(one -> Set.of(), (one, none, context) -> Amount.known(Quantity.from(counted))));
  }

  /** What is counted for the subject over several facts. */
  public Assertion that(Subject subject, String name, Aggregate aggregate) {
    return new Assertion(subject, new CountedValue(name, aggregate, one -> null));
  }

  /** What the school has of the measure for one pupil of the stage; through-schools are divided by the two weights. */
  public Assertion perStudent(School school, String measure, Stage stage, Limit junior, Limit senior) {
    return per(school, measure, "PerStudent", Rule.Measured.PER_STUDENT, stage, junior, senior);
  }

  /** The same for a hundred pupils. */
  public Assertion perHundred(School school, String measure, Stage stage, Limit junior, Limit senior) {
    return per(school, measure, "PerHundred", Rule.Measured.PER_HUNDRED, stage, junior, senior);
  }

  private Assertion per(
      School school, String measure, String suffix, Rule.Measured measured, Stage stage, Limit junior, Limit senior) {
    return new Assertion(
        school,
        new CountedValue(
            measure + suffix,
            ofPart(stage, junior, senior, part -> part.reads(measure), part -> {
              Quantity value = part.per(measured.pupils(), measure);
              Amount amount =
                  value == null ? Amount.unknown(List.copyOf(part.missing(measure)), 0) : Amount.known(value);
              return amount.from(ReportedOperands.of(part.school(), part.reads(measure), Datum.Numeral.NO_UNIT));
            }),
            one -> new StagePart((School) one, stage, junior, senior).component(measure)));
  }

  /** What is counted of the school at that stage; without pupils there is nothing to count. */
  private static Aggregate ofPart(
      Stage stage, Limit junior, Limit senior, Function<StagePart, Set<String>> reads,
      Function<StagePart, Amount> counting) {
    return Aggregate.within(
        one -> reads.apply(new StagePart((School) one, stage, junior, senior)),
        (one, none, context) -> {
          StagePart part = new StagePart((School) one, stage, junior, senior);
          return part.isEmpty() ? Amount.OF_NOBODY : counting.apply(part);
        });
  }

  /** The profiles of which the bureau and all that it submitted keep every standard. */
  public Assertion profiles(Bureau bureau) {
    return new Assertion(bureau, KeptProfiles.ALL);
  }

  /** The time between two days of the subject; while the second has not come, the time until the day of judgement. */
  public Span period(Subject subject, String from, String to) {
    return new Span(subject, new TimeSpan(subject.getClass(), from, to));
  }

  /** The time since a day of the subject until the day of judgement. */
  public Span since(Subject subject, String from) {
    return new Span(subject, new TimeSpan(subject.getClass(), from, null));
  }

  /** What follows from the operands of a published figure. */
  public Recomputation claim(Claim claim) {
    return new Recomputation(claim, limit -> PublishedFigure.OF_CLAIM);
  }

  /** The figure that the indicator states, beside the facts that it is about. */
  public Recomputation stated(Indicator indicator, Rate rate) {
    return new Recomputation(indicator, limit -> new StatedRate(rate, limit));
  }

  /** How many of these cases keep the times that bind. */
  public Rate onTime(Collection<?> cases) {
    return rate(cases, (one, context) -> {
      context.evidence().heed(one, DAYS_OF_CASE);
      return context.deadlines().areKeptBy((Case) one);
    });
  }

  /** How many of these cases are closed; one that is open may still be in time, and is not when its time is over. */
  public Rate closed(Collection<?> cases) {
    return rate(cases, (one, context) ->
        ((Case) one).closed() != null && context.evidence().bears(one, "closed")
            ? Truth.YES
            : context.deadlines().areKeptBy((Case) one).and(Truth.UNKNOWN));
  }

  /** How many of these facts do not keep the limit that defines them. */
  public Rate breaking(Collection<?> members, String measure, Limit definition) {
    Bound bound = bound(definition);
    return rate(members, (one, context) -> {
      Object value = Measures.value(one, measure);
      return value == null || !context.evidence().bears(one, measure)
          ? Truth.UNKNOWN
          : Truth.of(!bound.isKeptBy(value));
    });
  }

  private static Rate rate(Collection<?> members, Rate.Sorting sorting) {
    return new Rate(members.stream().map(Subject.class::cast).toList(), sorting);
  }

  /** The cells of a form, between which the limit names a relation. */
  public Recomputation form(Form form) {
    return new Recomputation(form, limit -> new CellsOfForm((Value.CellRelation) limit.value()));
  }

  /** The figures of the fact that are parts of others. */
  public Figures parts(Subject subject) {
    return new Figures(subject);
  }

  /** The days of the fact. */
  public Dates days(Subject subject) {
    return new Dates(subject);
  }

  /**
   * How many of these facts do not keep the limit that defines them; between two numbers while some lack the measure, or
   * were not submitted.
   */
  public Aggregate count(Collection<?> members, String measure, Limit definition) {
    return Aggregate.over(members, (subject, gathered, context) -> {
      Members known = Members.of(gathered.members(), measure, context);
      Breaking breaking = breaking(known, definition);
      Absence absence = gathered.absence();
      Long most = mostBreaking(absence, measure, definition);
      return absent(
          gathered, known,
          Quantity.of(breaking.fewest() + leastBreaking(absence, measure, definition)),
          most == null ? null : Quantity.of(breaking.most() + most));
    });
  }

  /**
   * How many per cent of these facts do not keep the limit that defines them; between two numbers while some lack the
   * measure, or were not submitted.
   */
  public Aggregate share(Collection<?> members, String measure, Limit definition) {
    return Aggregate.over(members, (subject, gathered, context) -> {
      Members known = Members.of(gathered.members(), measure, context);
      Breaking breaking = breaking(known, definition);
      Absence absence = gathered.absence();
      Long most = mostBreaking(absence, measure, definition);
      // Of those that are missing the one end counts as few as possible, the other as many.
      Quantity low =
          absence.most() == null
              ? Quantity.ZERO
              : Quantity.percent(
                  breaking.fewest() + leastBreaking(absence, measure, definition), known.size() + absence.most());
      Quantity high =
          most == null
              ? Quantity.of(100)
              : Quantity.percent(
                  breaking.most() + most, known.size() + Math.max(absence.least(), most));
      Amount share = absent(gathered, known, low, high);
      return absence.most() == null
          ? share
          : share.from(partOf(
              breaking.fewest() + leastBreaking(absence, measure, definition), known.size() + absence.most(), gathered));
    });
  }

  /** So many facts of so many; none where none was collected. */
  private static List<SourceFigure> partOf(long some, long all, Gathered gathered) {
    if (gathered.members().isEmpty()) {
      return List.of();
    }
    return List.of(
        new SourceFigure(SourceFigure.PART, Datum.Numeral.of(some, kind(gathered))),
        new SourceFigure(SourceFigure.WHOLE, Datum.Numeral.of(all, kind(gathered))));
  }

  private static String kind(Gathered gathered) {
    return FactKind.of(gathered.members().iterator().next()).property();
  }

  /** The number, and what is missing of the facts over which it was counted. */
  private static Amount absent(Gathered gathered, Members known, Quantity low, Quantity high) {
    List<String> missing = new ArrayList<>(known.missing());
    List<Remark> remarks = new ArrayList<>();
    Absence absence = gathered.absence();
    if (!absence.isNone() && !gathered.members().isEmpty()) {
      String kind = kind(gathered);
      missing.add(kind);
      remarks.add(absence.remark(kind, gathered.submitted()));
    }
    if (!known.ranges().isEmpty()) {
      remarks.add(Remark.of(RemarkCode.MEMBERS_CENSORED, known.ranges().size()));
    }
    return new Amount(low, high, List.copyOf(missing), known.lacking(), remarks).contested(known.doubted());
  }

  private long leastBreaking(Absence absence, String measure, Limit definition) {
    Long pupils = pupilsOfBreaking(measure, definition);
    return pupils == null ? 0 : absence.leastOf(pupils);
  }

  private Long mostBreaking(Absence absence, String measure, Limit definition) {
    Long pupils = pupilsOfBreaking(measure, definition);
    return pupils == null ? absence.most() : absence.mostOf(pupils);
  }

  /** From how many pupils on a class breaks that limit; null where it is no cap of pupils. */
  private Long pupilsOfBreaking(String measure, Limit definition) {
    Bound bound = bound(definition);
    Long pupils = measure.equals("students") && bound.wantsLess() ? bound.turningPoint() : null;
    return pupils == null || pupils < 1 ? null : pupils;
  }

  /** The mean of the measure over these facts; unknown while one of them lacks it, or was not submitted. */
  public Aggregate average(Collection<?> members, String measure) {
    return Aggregate.over(members, (subject, gathered, context) -> {
      Members known = Members.of(gathered.members(), measure, context);
      boolean isWhole = known.open() == 0 && gathered.absence().isNone();
      Quantity size = Quantity.of(known.size());
      Amount mean =
          absent(
              gathered, known,
              isWhole ? known.least().dividedBy(size) : null,
              isWhole ? known.most().dividedBy(size) : null);
      return isWhole && mean.isExact() && known.size() > 0
          ? mean.from(List.of(
              new SourceFigure(measure, Datum.Numeral.of(known.least(), Datum.Numeral.NO_UNIT)),
              new SourceFigure(SourceFigure.WHOLE, Datum.Numeral.of(known.size(), kind(gathered)))))
          : mean;
    });
  }

  /** The sum of the measure over these facts; more than the sum of those that report it, while one of them lacks it. */
  public Aggregate sum(Collection<?> members, String measure) {
    return Aggregate.over(members, (subject, gathered, context) -> {
          Members known = Members.of(gathered.members(), measure, context);
          boolean isWhole = known.open() == 0 && gathered.absence().isNone();
          return absent(gathered, known, known.least(), isWhole ? known.most() : null);
        })
        .adding((subject, all, context) -> addends(all, measure));
  }

  /** The sum of these measures of the subject; unknown while one of them is. */
  public Aggregate sum(Subject subject, String... measures) {
    return Aggregate.within(
            one -> Set.of(measures),
            (one, none, context) -> {
              List<String> missing =
                  Stream.of(measures).filter(measure -> Measures.value(one, measure) == null).toList();
              Quantity sum =
                  Stream.of(measures)
                      .map(measure -> Quantity.ofMeasure(Measures.value(one, measure)))
                      .filter(value -> value != null)
                      .reduce(Quantity.ZERO, Quantity::plus);
              return (missing.isEmpty() ? Amount.known(sum) : new Amount(sum, null, missing, 0))
                  .from(ReportedOperands.of(one, List.of(measures), Datum.Numeral.NO_UNIT));
            })
        .adding((one, none, context) -> Map.of(one, Set.of(measures)));
  }

  /** How many facts of that kind belong to the subject; there may be more while not all of them were submitted. */
  public Aggregate members(Subject subject, String kind) {
    FactKind ofMembers = FactKind.ofProperty(kind);
    return Aggregate.within(one -> Set.of(), (one, none, context) -> {
      Quantity submitted = Quantity.of(context.unlisted().number(own(one, ofMembers, context)));
      return context.membership().isWhole(one, ofMembers)
          ? Amount.known(submitted)
          : new Amount(submitted, null, List.of(kind), 0);
    });
  }

  /**
   * How many facts of that kind that belong to the subject have more than none of the measure, or are so; more while of
   * some it is not known, or some are missing.
   */
  public Aggregate having(Subject subject, String kind, String measure) {
    FactKind ofMembers = FactKind.ofProperty(kind);
    return Aggregate.within(one -> Set.of(), (one, none, context) -> {
      long so = 0;
      long open = 0;
      for (Subject member : own(one, ofMembers, context)) {
        Object value = Measures.value(member, measure);
        if (value == null || !context.evidence().bears(member, measure)) {
          open++;
        } else if (value instanceof Boolean is ? is : Quantity.ofMeasure(value).signum() > 0) {
          so++;
        }
      }
      boolean isWhole = context.membership().isWhole(one, ofMembers);
      return new Amount(
          Quantity.of(so), isWhole ? Quantity.of(so + open) : null, isWhole ? List.of() : List.of(kind), 0);
    });
  }

  /** The sum of the measure over the facts of that kind that belong to the subject; more while some are missing. */
  public Aggregate members(Subject subject, String kind, String measure) {
    FactKind ofMembers = FactKind.ofProperty(kind);
    return members(ofMembers, measure, one -> true);
  }

  /** The same over those of that stage only. */
  public Aggregate members(Subject subject, String kind, String measure, Stage stage) {
    return members(FactKind.ofProperty(kind), measure, one -> Measures.value(one, "stage") == stage);
  }

  /** How many listed classes of these grades have sizes that the group does not tell of. */
  public Aggregate misfits(GradeGroup group) {
    return Aggregate.within(
            one -> UnlistedClasses.TELLING,
            (one, none, context) -> {
              List<Subject> misfits = misfits((GradeGroup) one, context);
              return misfits == null ? Amount.unknown(List.of(), 0) : Amount.known(Quantity.of(misfits.size()));
            })
        .adding((one, none, context) -> addends(misfits((GradeGroup) one, context), "students"));
  }

  /** Null where the group tells nothing of the sizes of its classes, or none of them is listed. */
  private static List<Subject> misfits(GradeGroup group, EvaluationContext context) {
    SizesOfGroup told = new SizesOfGroup(group, Map.of());
    ClassSizes sizes = told.all();
    if (sizes == null || told.number() == null) {
      return null;
    }
    List<Subject> listed = own(group, FactKind.CLASS, context);
    return listed.isEmpty()
        ? null
        : UnlistedClasses.misfits(sizes, listed.stream().map(SchoolClass.class::cast).toList());
  }

  /** How many facts of that kind the bureau submitted before and not now; fewer where some of now cannot be used. */
  public Aggregate absent(Bureau bureau, String kind) {
    FactKind ofAbsent = FactKind.ofProperty(kind);
    return Aggregate.within(one -> Set.of(), (one, none, context) -> {
      Facts facts = context.facts();
      if (facts.earlier() == Earlier.NONE) {
        return Amount.unknown(List.of(), 0);
      }
      List<Subject> absent = facts.earlier().without(ofAbsent, facts.of(ofAbsent));
      int surely = Math.max(0, absent.size() - facts.setAside().getOrDefault(ofAbsent, 0));
      return new Amount(
          Quantity.of(surely), Quantity.of(absent.size()), List.of(), 0,
          absent.isEmpty()
              ? List.of()
              : List.of(Remark.of(RemarkCode.ABSENT_NOW, facts.earlier().asOf(), named(absent))));
    });
  }

  private static String named(List<Subject> subjects) {
    return subjects.stream().map(Subject::nameAndId).sorted().collect(Collectors.joining(", "));
  }

  private static Aggregate members(FactKind kind, String measure, Predicate<Subject> wanted) {
    return Aggregate.within(one -> Set.of(), (one, none, context) -> {
          List<Subject> own = own(one, kind, context);
          Amount sum = sum(own, measure, wanted, context);
          return own.isEmpty() && !context.membership().isDeclaredComplete(one, kind)
              ? Amount.unknown(List.of(kind.property()), 0)
              : context.membership().isWhole(one, kind)
                  ? sum
                  : new Amount(
                      sum.low(), null, List.of(kind.property()), 0, sum.isContested(), sum.remarks(), List.of());
        })
        .adding((one, none, context) ->
            addends(wanted(own(one, kind, context), wanted), measure));
  }

  /** The facts of that kind that belong to the subject; of a group of grades by their grade. */
  private static List<Subject> own(Subject subject, FactKind kind, EvaluationContext context) {
    List<Subject> own = context.membership().of(subject, kind);
    boolean isOfGrades = subject instanceof GradeGroup;
    context.evidence().heed(subject, isOfGrades ? GRADES : Set.of());
    context.evidence().heedAll(own, isOfGrades ? GRADE : Set.of());
    return own;
  }

  private static List<Subject> wanted(List<Subject> members, Predicate<Subject> wanted) {
    List<Subject> some = new ArrayList<>(members.size());
    for (Subject member : members) {
      if (wanted.test(member)) {
        some.add(member);
      }
    }
    return some;
  }

  /** Counts that are all known and relied on, as nearly always, are added without making anything. */
  private static Amount sum(
      List<Subject> members, String measure, Predicate<Subject> wanted, EvaluationContext context) {
    long sum = 0;
    Measures.Reader reader = members.isEmpty() ? null : Measures.reader(members.get(0).getClass(), measure);
    for (Subject member : members) {
      if (wanted.test(member)) {
        boolean isPlain = context.unlisted().of(member) == null && context.evidence().bears(member, measure);
        if (!isPlain || !(reader.read(member) instanceof Integer count)) {
          return sum(Members.of(wanted(members, wanted), measure, context));
        }
        sum += count;
      }
    }
    return Amount.known(Quantity.of(sum));
  }

  private static Amount sum(Members known) {
    return new Amount(known.least(), known.open() > 0 ? null : known.most(), known.missing(), known.lacking())
        .contested(known.doubted());
  }

  /** Facts that say the same are not one fact. */
  private static Map<Subject, Set<String>> addends(Collection<? extends Subject> members, String measure) {
    Map<Subject, Set<String>> added = new IdentityHashMap<>();
    members.forEach(member -> added.put(member, Set.of(measure)));
    return added;
  }

  /** How many of these limits the school keeps at that stage; between two numbers while some cannot be told. */
  public Aggregate met(School school, Stage stage, Limit junior, Limit senior, Limit... limits) {
    return ofPart(stage, junior, senior, part -> reads(part, limits), part -> {
      Set<String> missing = new LinkedHashSet<>();
      List<String> broken = new ArrayList<>();
      List<Reached> values = reached(part, limits, missing);
      for (Reached one : values) {
        if (!new Bound(one.limit, one.rule.demand()).isKeptBy(one.value)) {
          broken.add(one.rule.names().get(0));
        }
      }
      return new Amount(
          Quantity.of(values.size() - broken.size()), Quantity.of(limits.length - broken.size()), List.copyOf(missing), 0,
          broken.isEmpty()
              ? List.of()
              : List.of(Remark.of(RemarkCode.NOT_MET, new Datum.Components(List.copyOf(broken)))));
    });
  }

  /** What the school has at that stage in per cent of the one of these limits from which it is farthest. */
  public Aggregate worst(School school, Stage stage, Limit junior, Limit senior, Limit... limits) {
    return ofPart(stage, junior, senior, part -> reads(part, limits), part -> {
      Set<String> missing = new LinkedHashSet<>();
      // What was not reported may be nothing.
      return reached(part, limits, missing).stream()
          .min(Comparator.comparing(Reached::percent))
          .map(worst -> new Amount(
              missing.isEmpty() ? worst.percent() : Quantity.ZERO, worst.percent(), List.copyOf(missing), 0,
              List.of(Remark.of(RemarkCode.LOWEST, Datum.Components.of(worst.rule.names().get(0))))))
          .orElseGet(() -> Amount.unknown(List.copyOf(missing), 0));
    });
  }

  /** What the rule of a limit measures. */
  private record Reached(Limit limit, Rule rule, Quantity value) {
    /** Of the limit; a limit of nothing is reached by nothing. */
    Quantity percent() {
      Quantity share = value.dividedBy(Bound.number(limit));
      return share == null ? Quantity.of(100) : share.times(Quantity.of(100));
    }
  }

  /** The components from which the rules of these limits measure. */
  private Set<String> reads(StagePart part, Limit[] limits) {
    Set<String> reads = new LinkedHashSet<>();
    for (Limit limit : limits) {
      reads.addAll(part.reads(rules.get(limit.rule()).names().get(0)));
    }
    return reads;
  }

  /** What the rules of these limits measure, as far as it is known. */
  private List<Reached> reached(StagePart part, Limit[] limits, Set<String> missing) {
    List<Reached> reached = new ArrayList<>();
    for (Limit limit : limits) {
      Rule rule = rules.get(limit.rule());
      Quantity value = part.per(rule.measured().pupils(), rule.names().get(0));
      if (value == null) {
        missing.addAll(part.missing(rule.names().get(0)));
      } else {
        reached.add(new Reached(limit, rule, value));
      }
    }
    return reached;
  }

  /**
   * The coefficient of variation between these schools at that stage, or the mean of the coefficients of several
   * measures; unknown while one school lacks a measure, or may not be in the scope by which they were chosen.
   */
  public Aggregate variation(
      Collection<?> schools, Limit scope, Stage stage, Limit junior, Limit senior, String... measures) {
    return Aggregate.comparing(schools, (subject, gathered, context) -> {
      List<StagePart> parts = new ArrayList<>();
      Set<String> missing = new TreeSet<>();
      List<String> lacking = new ArrayList<>();
      List<Subject> doubted = new ArrayList<>();
      for (School school : sorted(gathered.members())) {
        StagePart part = new StagePart(school, stage, junior, senior);
        Set<String> lacked = new LinkedHashSet<>(scope.missingToApply(school));
        Set<String> reads = new LinkedHashSet<>();
        for (String measure : measures) {
          lacked.addAll(part.missing(measure));
          reads.addAll(part.reads(measure));
        }
        if (!context.evidence().against(school, reads).isEmpty()) {
          doubted.add(school);
        }
        if (lacked.isEmpty()) {
          parts.add(part);
        } else {
          missing.addAll(lacked);
          lacking.add(school.name() == null ? school.id() : school.name());
        }
      }
      Amount absent = absent(gathered, Members.NONE, null, null);
      missing.addAll(absent.missing());
      return lacking.isEmpty() && doubted.isEmpty() && gathered.absence().isNone()
          ? Variation.between(parts, List.of(measures))
          : Amount.unknown(List.copyOf(missing), lacking.size())
              .with(absent.remarks())
              .with(lacking.isEmpty()
                  ? List.of()
                  : List.of(Remark.of(RemarkCode.SCHOOLS_LACKING, String.join(", ", lacking))))
              .contested(doubted);
    });
  }

  /** The engine hands them over in no order. */
  private static List<School> sorted(Collection<? extends Subject> schools) {
    return schools.stream().map(School.class::cast).sorted(Comparator.comparing(School::id)).toList();
  }

  private Bound bound(Limit definition) {
    return new Bound(definition, rules.get(definition.rule()).demand());
  }

  /** How many of these break the limit, those among them of which it is not known. */
  private Breaking breaking(Members known, Limit definition) {
    Bound bound = bound(definition);
    Breaking breaking = new Breaking(0, known.open());
    for (Object value : known.values()) {
      breaking = bound.isKeptBy(value) ? breaking : breaking.plus(new Breaking(1, 1));
    }
    for (Interval range : known.ranges()) {
      Boolean isKept = bound.isKeptBetween(null, range.low(), range.high());
      breaking = breaking.plus(new Breaking(Boolean.FALSE.equals(isKept) ? 1 : 0, Boolean.TRUE.equals(isKept) ? 0 : 1));
    }
    for (ClassSizes sizes : known.sizes()) {
      Breaking some = bound.breaking(sizes);
      breaking = breaking.plus(some == null ? new Breaking(0, sizes.classes()) : some);
    }
    return breaking;
  }

  /**
   * What several facts say of one measure.
   *
   * @param values numbers, in one of the types that facts hold; those that are doubted are not among them
   * @param ranges between which numbers the measure lies of facts of which only an interval was told
   * @param sizes of classes that groups of grades tell of
   * @param lacking how many do not report it
   * @param open how many there are of which it is not known
   * @param doubted those whose figures cannot be relied on
   */
  private record Members(
      List<Object> values, List<Interval> ranges, List<ClassSizes> sizes, List<String> missing, int lacking, int open,
      List<Subject> doubted) {
    static final Members NONE = new Members(List.of(), List.of(), List.of(), List.of(), 0, 0, List.of());

    static Members of(Collection<? extends Subject> members, String measure, EvaluationContext context) {
      List<Object> values = new ArrayList<>(members.size());
      List<Interval> ranges = new ArrayList<>();
      // In an order that does not depend on that of the facts.
      Set<String> missing = new TreeSet<>();
      List<Subject> doubted = new ArrayList<>();
      Map<UnlistedClasses, Integer> faces = new IdentityHashMap<>();
      int lacking = 0;
      Measures.Reader reader = null;
      for (Subject member : members) {
        UnlistedClasses unlisted = context.unlisted().of(member);
        if (unlisted != null) {
          faces.merge(unlisted, 1, Integer::sum);
          continue;
        }
        reader = reader == null ? Measures.reader(member.getClass(), measure) : reader;
        Object value = reader.read(member);
        Interval range = value == null ? range(member, measure, reader, context) : null;
        if (value == null) {
          missing.addAll(Measures.missing(member, measure));
        }
        if (value == null && range == null) {
          lacking++;
        } else if (!context.evidence().bears(member, measure)) {
          doubted.add(member);
        } else if (value == null) {
          ranges.add(range);
        } else {
          values.add(value);
        }
      }
      return new Members(values, ranges, List.of(), List.copyOf(missing), lacking, lacking + doubted.size(), doubted)
          .with(faces, measure, context);
    }

    /** Between which numbers the measure lies; null where a component of it is not told at all. */
    private static Interval range(
        Subject member, String measure, Measures.Reader reader, EvaluationContext context) {
      Map<String, Interval> told =
          Evidence.ranges(member, Measures.missing(member, measure), context.facts());
      Interval range = null;
      for (Subject extreme : Evidence.extremes(member, told)) {
        Quantity value = Quantity.ofMeasure(reader.read(extreme));
        if (value == null) {
          return null;
        }
        range = range == null ? Interval.exactly(value) : range.spanning(Interval.exactly(value));
      }
      return range;
    }

    /**
     * The same with the classes of these groups.
     *
     * @param faces how many of the faces of each are among the members: where some are not, some classes may not be
     */
    private Members with(Map<UnlistedClasses, Integer> faces, String measure, EvaluationContext context) {
      if (faces.isEmpty()) {
        return this;
      }
      List<ClassSizes> told = new ArrayList<>();
      Set<String> lacked = new TreeSet<>(missing);
      List<Subject> contradicted = new ArrayList<>(doubted);
      int others = 0;
      for (UnlistedClasses one : context.unlisted().all()) {
        if (!faces.containsKey(one) || !one.isCounted()) {
          continue;
        }
        boolean isDoubted = !context.evidence().bears(one.faces().get(0), measure);
        if (isDoubted) {
          contradicted.add(one.group());
          others += one.sizes().classes();
        } else if (faces.get(one) < one.faces().size() || !measure.equals(UnlistedClasses.STUDENTS)) {
          lacked.add(faces.get(one) < one.faces().size() ? "grade" : measure);
          others += one.sizes().classes();
        } else {
          told.add(one.sizes());
          if (one.sizes().fewest() < one.sizes().most()) {
            lacked.add(FactKind.CLASS.property());
          }
        }
      }
      return new Members(values, ranges, told, List.copyOf(lacked), lacking, open + others, contradicted);
    }

    /** The sum of what is known, at the least. */
    Quantity least() {
      return sum(Interval::low, ClassSizes::fewest);
    }

    /** The sum of what is known, at the most. */
    Quantity most() {
      return sum(Interval::high, ClassSizes::most);
    }

    private Quantity sum(Function<Interval, Quantity> end, ToLongFunction<ClassSizes> pupils) {
      long counts = sizes.stream().mapToLong(pupils).sum();
      Quantity others = Quantity.ZERO;
      for (Object value : values) {
        if (value instanceof Integer count) {
          counts += count;
        } else {
          others = others.plus(Quantity.ofMeasure(value));
        }
      }
      for (Interval range : ranges) {
        others = others.plus(end.apply(range));
      }
      return others.plus(Quantity.of(counts));
    }

    int size() {
      return values.size() + ranges.size() + sizes.stream().mapToInt(ClassSizes::classes).sum() + open;
    }
  }

  /**
   * The relation is that which the rule was read to name, by the word that called this: so another can be tried in its
   * place without compiling the rule again.
   */
  private void say(Subject subject, Measurement measurement, Limit limit) {
    Rule rule = rules.get(limit.rule());
    Assessment assessment = Assessment.of(rule, measurement.saidBy(rule), new Bound(limit, rule.demand()), subject);
    statements.accept(new Statement(subject, assessment));
  }

  /** Something measured, to be held against a limit. */
  public final class Assertion {
    private final Subject subject;
    private final Measurement measurement;

    private Assertion(Subject subject, Measurement measurement) {
      this.subject = subject;
      this.measurement = measurement;
    }

    public void isAtMost(Limit limit) {
      say(subject, measurement, limit);
    }

    public void isAtLeast(Limit limit) {
      say(subject, measurement, limit);
    }

    public void isBelow(Limit limit) {
      say(subject, measurement, limit);
    }

    public void isAbove(Limit limit) {
      say(subject, measurement, limit);
    }

    /** Not below the lower and not above the upper number of the limit. */
    public void isBetween(Limit limit) {
      say(subject, measurement, limit);
    }

    /** Equal to the number, or so when the limit says yes. */
    public void is(Limit limit) {
      say(subject, measurement, limit);
    }

    /** Different from the number, or not so when the limit says yes. */
    public void isNot(Limit limit) {
      say(subject, measurement, limit);
    }

    public void isOneOf(Limit limit) {
      say(subject, measurement, limit);
    }

    public void hasAll(Limit limit) {
      say(subject, measurement, limit);
    }
  }

  /** A span of time of a subject, to be held against a period that the law allows or asks for. */
  public final class Span {
    private final Subject subject;
    private final Measurement measurement;

    private Span(Subject subject, Measurement measurement) {
      this.subject = subject;
      this.measurement = measurement;
    }

    /** Over by the due date; judged by the day of judgement while it lasts. */
    public void isWithin(Limit limit) {
      say(subject, measurement, limit);
    }

    /** Not over before the period is. */
    public void lastsAtLeast(Limit limit) {
      say(subject, measurement, limit);
    }
  }

  /** Figures of one fact, of which some are parts of others. */
  public final class Figures {
    private final Subject subject;

    private Figures(Subject subject) {
      this.subject = subject;
    }

    /** No part is more than its whole, and parts that make the whole add up to it. */
    public void addUp(Limit limit) {
      say(subject, PartsOfWholes.ALL, limit);
    }
  }

  /** The days of one fact. */
  public final class Dates {
    private final Subject subject;

    private Dates(Subject subject) {
      this.subject = subject;
    }

    /** None comes before one that it follows, and none of what has happened after the day of judgement. */
    public void areInOrder(Limit limit) {
      say(subject, OrderOfDays.ALL, limit);
    }
  }

  /** A published figure beside what follows from its operands. */
  public final class Recomputation {
    private final Subject subject;
    private final Function<Limit, Measurement> measurement;

    private Recomputation(Subject subject, Function<Limit, Measurement> measurement) {
      this.subject = subject;
      this.measurement = measurement;
    }

    /** Agrees with what was published, at the precision printed. */
    public void follows(Limit limit) {
      say(subject, measurement.apply(limit), limit);
    }
  }
}
