package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.report.Datum;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * {@code check.profiles( $bureau )}: a certificate, with all its conditions. One that is broken is enough to refuse it; one
 * of which nobody can tell leaves it open.
 */
enum KeptProfiles implements Measurement {
  ALL;

  private static final String UNIT = "conditions";

  @Override
  public String measure(Subject subject) {
    return "profiles";
  }

  @Override
  public String component(Subject subject) {
    return null;
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    return Set.of();
  }

  @Override
  public void noteBasis(Bound bound, Subject subject, EvaluationContext context, Basis basis) {
    for (String name : profiles(bound.limit())) {
      context.profiles().noteBasis(name, context.evidence(), basis);
    }
  }

  @Override
  public boolean followsOthers() {
    return true;
  }

  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    List<Profiles.Standing> broken = new ArrayList<>();
    List<Profiles.Standing> open = new ArrayList<>();
    List<Profiles.Standing> kept = new ArrayList<>();
    Map<FactKind, Set<Stage>> lacking = new EnumMap<>(FactKind.class);
    for (String name : profiles(bound.limit())) {
      for (Profiles.Standing standing : context.profiles().of(name, context.evidence())) {
        Set<FactKind> lackingHere = lacking(standing, subject, context);
        if (standing.broken() > 0) {
          broken.add(standing);
        } else if (standing.open() > 0 || !lackingHere.isEmpty()) {
          open.add(standing);
          lackingHere.forEach(kind ->
              lacking.computeIfAbsent(kind, one -> EnumSet.noneOf(Stage.class)).addAll(standing.stages()));
        } else if (standing.kept() > 0) {
          kept.add(standing);
        }
      }
    }
    int all = broken.size() + open.size() + kept.size();
    Boolean isKept = !broken.isEmpty() ? Boolean.FALSE : open.isEmpty() && !kept.isEmpty() ? Boolean.TRUE : null;
    Ruling ruling =
        new Ruling(
            isKept, Datum.Numeral.of(kept.size(), UNIT), Datum.Numeral.of(all, UNIT), UNIT,
            broken.isEmpty() ? null : Datum.Numeral.of(broken.size(), UNIT),
            isKept == null ? lacking.keySet().stream().map(FactKind::property).toList() : List.of(), List.of(), null);
    for (Profiles.Standing standing : broken) {
      ruling = ruling.with(Remark.of(RemarkCode.CONDITION_BROKEN, standing.standard(), standing.broken()));
    }
    ruling = with(with(ruling, RemarkCode.CONDITIONS_OPEN, open), RemarkCode.CONDITIONS_KEPT, kept);
    for (Map.Entry<FactKind, Set<Stage>> one : lacking.entrySet()) {
      Membership membership = context.membership();
      Absence absence = membership.absence(subject, one.getKey(), one.getValue());
      ruling =
          ruling.with(absence.remark(one.getKey().property(), membership.number(subject, one.getKey())));
    }
    return ruling;
  }

  /** The kinds of facts of which some may be missing that would break the standard. */
  private static Set<FactKind> lacking(Profiles.Standing standing, Subject bureau, EvaluationContext context) {
    return standing.needs().stream()
        .filter(kind -> !context.membership().absence(bureau, kind, standing.stages()).isNone())
        .collect(Collectors.toSet());
  }

  private static Ruling with(Ruling ruling, RemarkCode code, List<Profiles.Standing> standings) {
    List<String> names = standings.stream().map(Profiles.Standing::standard).toList();
    return names.isEmpty() ? ruling : ruling.with(Remark.of(code, names.size(), new Datum.Items(names)));
  }

  private static List<String> profiles(Limit limit) {
    return ((Value.Names) limit.value()).names();
  }
}
