package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.School;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.fact.Value;
import org.dudao.report.Datum;
import org.dudao.report.SourceFigure;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * {@code check.ofStages( $school, "measure" )}: so much for each pupil, or so many pupils for each of something. A school of
 * several stages owes the sum of what its stages owe, each by its own limit: with 500 pupils at 19 and 500 at 13.5 for a
 * member of staff 500/19 + 500/13.5 of them, which is 15.8 pupils for each.
 */
final class SumOfStages implements Measurement {
  private final MeasuredValue whole;
  private final String measure;
  private final Measures.Reader reader;
  /** Whether it is pupils for each of something, and not something for each pupil. */
  private final boolean isOfPupils;

  SumOfStages(Class<? extends Subject> type, String measure) {
    this.whole = new MeasuredValue(type, measure);
    this.measure = measure;
    this.reader = Measures.reader(type, measure);
    this.isOfPupils = Measures.isOfPupils(type, Measures.from(type, measure).get(0));
  }

  /**
   * What one of the stages owes.
   *
   * @param pupils of the stage; null when they were not reported
   * @param least what is owed for each pupil at least, which is nothing where no limit is surely for the stage
   * @param limit that is surely for the stage; null where none is
   */
  private record Share(Stage stage, Quantity pupils, Quantity least, Quantity most, Limit limit) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof SumOfStages that && reader == that.reader;
  }

  @Override
  public int hashCode() {
    return 31 + reader.hashCode();
  }

  @Override
  public String measure(Subject subject) {
    return measure;
  }

  @Override
  public String component(Subject subject) {
    return whole.component(subject);
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    Set<String> reads = new LinkedHashSet<>(whole.reads(bound, subject));
    ((School) subject).type().throughStages().forEach(stage -> reads.add(stage.studentsComponent()));
    return reads;
  }

  @Override
  public List<SourceFigure> operands(Bound bound, Subject subject, EvaluationContext context) {
    return whole.operands(bound, subject, context);
  }

  @Override
  public boolean isTold(Bound bound, Subject subject, EvaluationContext context) {
    return whole.isTold(bound, subject, context);
  }

  @Override
  public boolean isPlainlyKept(Bound bound, Subject subject, EvaluationContext context) {
    return !isDivided(bound.limit(), (School) subject) && whole.isPlainlyKept(bound, subject, context);
  }

  /** Whether the limit is not for all stages of the school. */
  private static boolean isDivided(Limit limit, School school) {
    List<Stage> stages = school.type().throughStages();
    return !stages.isEmpty() && stages.stream().anyMatch(stage -> limit.applies(school, stage) != Truth.YES);
  }

  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    School school = (School) subject;
    Ruling asOne = whole.ruling(bound, school, context);
    if (asOne == Ruling.NOT_APPLICABLE || asOne.found() == null || !isDivided(bound.limit(), school)) {
      return asOne;
    }
    List<Share> shares = shares(bound, school, context);
    Set<String> missing = new LinkedHashSet<>();
    shares.stream().filter(share -> share.pupils == null).forEach(share -> missing.add(share.stage.studentsComponent()));
    Quantity told = shares.stream().map(Share::pupils).filter(one -> one != null).reduce(Quantity.ZERO, Quantity::plus);
    Quantity all = Quantity.of(school.students());
    Quantity rest = all.minus(told);
    if (rest.signum() < 0 || all.signum() == 0) {
      // What was told of the stages contradicts what was told of the school.
      return asOne.undecided();
    }
    Ruling least = ruling(bound, school, perPupil(all, owed(shares, rest, Share::least, Comparator.naturalOrder())));
    Ruling most = ruling(bound, school, perPupil(all, owed(shares, rest, Share::most, Comparator.reverseOrder())));
    Ruling ruling = Boolean.FALSE.equals(least.kept()) ? least : most;
    if (!least.kept().equals(most.kept())) {
      ruling = ruling.undecided().lacking(missing);
    }
    for (Share share : shares) {
      if (share.limit != null && share.pupils != null && share.pupils.signum() > 0) {
        ruling = ruling.with(owes(share));
      }
    }
    return ruling;
  }

  private static Remark owes(Share share) {
    return Remark.of(
        RemarkCode.STAGE_OWES, Datum.Components.of(share.stage.studentsComponent()), Datum.Numeral.of(share.pupils, ""),
        Datum.Numeral.of(Bound.number(share.limit), share.limit.unit()), share.limit.id());
  }

  /** How the school stands to the limit of the mean pupil. */
  private Ruling ruling(Bound bound, School school, Quantity number) {
    if (!number.isFinite()) {
      return new Ruling(true, Datum.Numeral.of((Quantity) reader.read(school), bound.limit().unit()), null, null);
    }
    Limit mean = bound.limit().with(new Value.Number(number), number.toString());
    Ruling ruling = new Bound(mean, bound.demand()).ruling(school, reader.read(school));
    return new Ruling(
        ruling.kept(), ruling.found(), Datum.Numeral.of(number, mean.unit()), null, ruling.difference(),
        ruling.missing(), ruling.remarks(), ruling.fault());
  }

  private Quantity perPupil(Quantity pupils, Quantity owed) {
    return isOfPupils ? pupils.dividedBy(owed) : owed.dividedBy(pupils);
  }

  /**
   * The sum of what the stages owe; of pupils whose stage was not told each may be of the one that comes first. Where all
   * stages were told, those who are in none of them may owe nothing, or what any stage owes.
   */
  private static Quantity owed(
      List<Share> shares, Quantity rest, Function<Share, Quantity> each, Comparator<Quantity> first) {
    Quantity owed = Quantity.ZERO;
    List<Quantity> open = new ArrayList<>();
    for (Share share : shares) {
      if (share.pupils == null) {
        open.add(each.apply(share));
      } else {
        owed = owed.plus(share.pupils.times(each.apply(share)));
      }
    }
    if (open.isEmpty()) {
      open.add(Quantity.ZERO);
      shares.forEach(share -> open.add(each.apply(share)));
    }
    return owed.plus(rest.times(open.stream().min(first).orElseThrow()));
  }

  private List<Share> shares(Bound bound, School school, EvaluationContext context) {
    List<Share> shares = new ArrayList<>();
    for (Stage stage : school.type().throughStages()) {
      Limit own = bound.limit().applies(school, stage) == Truth.YES ? bound.limit() : null;
      List<Limit> open = new ArrayList<>();
      for (Limit limit : own == null ? context.norms().of(bound.limit().rule()) : List.<Limit>of()) {
        Truth applies = isLike(limit, bound.limit()) ? limit.applies(school, stage) : Truth.NO;
        if (applies == Truth.YES) {
          own = nearer(own, limit, bound);
        } else if (applies == Truth.UNKNOWN) {
          open.add(limit);
        }
      }
      Quantity sure = own == null ? Quantity.ZERO : perPupil(own);
      Quantity most = own == null ? open.stream().map(this::perPupil).max(Comparator.naturalOrder()).orElse(sure) : sure;
      Quantity pupils = Quantity.ofMeasure(Measures.value(school, stage.studentsComponent()));
      shares.add(new Share(stage, pupils, sure, most, own));
    }
    return shares;
  }

  /** Whether it binds at least as hard as the other, and so is owed beside it. */
  private static boolean isLike(Limit limit, Limit other) {
    return limit.bindingLevel().compareTo(other.bindingLevel()) <= 0
        && limit.citation().isPromise() == other.citation().isPromise()
        && limit.value() instanceof Value.Number
        && limit.unit().equals(other.unit());
  }

  /**
   * Of two limits for one stage the one that binds as hard, else of the nearer region, else of the same document, else
   * the one that asks less.
   */
  private Limit nearer(Limit one, Limit other, Bound bound) {
    if (one == null) {
      return other;
    }
    Comparator<Limit> order =
        Comparator.<Limit, Boolean>comparing(limit -> limit.bindingLevel() != bound.limit().bindingLevel())
            .thenComparing(limit -> -limit.region().length())
            .thenComparing(limit -> !limit.document().equals(bound.limit().document()))
            .thenComparing((Limit limit) -> perPupil(limit));
    return order.compare(one, other) <= 0 ? one : other;
  }

  /** What the limit demands for one pupil. */
  private Quantity perPupil(Limit limit) {
    return isOfPupils ? Quantity.of(1).dividedBy(Bound.number(limit)) : Bound.number(limit);
  }
}
