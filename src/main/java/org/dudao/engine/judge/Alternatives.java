package org.dudao.engine.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * Norms that demand the same of the same measure, each with another limit, of which it is not known which are for the
 * facts of a scope: who keeps none of those that may be for him breaks one, whichever it is.
 *
 * @param norms the versions of each norm
 * @param consistency what holds the facts against themselves, and so tells what they cannot be
 */
public record Alternatives(List<List<Assessment>> norms, List<Assessment> consistency) {
  /** From the least breach to the worst. */
  private static final Comparator<Finding> BY_SEVERITY =
      Comparator.comparing((Finding finding) -> finding.standard().level()).reversed()
          .thenComparing(Alternatives::distance, Comparator.nullsLast(Comparator.naturalOrder()));

  /**
   * What the subject surely breaks: each norm that is broken whichever of its versions applies; and where there is none,
   * but in every case one of the norms is, that which is broken least in the case that is best for the subject.
   */
  public List<Finding> broken(Subject subject, int number, EvaluationContext context, Assessment.Failures failures) {
    Map<Assessment, Finding> broken = new LinkedHashMap<>();
    List<List<Assessment>> touched = new ArrayList<>();
    for (List<Assessment> norm : norms) {
      for (Assessment one : norm) {
        boolean binds = !one.bound().limit().isScheduled(context.facts().asOf());
        if (binds && one.isBroken(subject, context)) {
          one.applying().findings(subject, number, context, failures).forEach(finding -> broken.put(one, finding));
        }
      }
      if (norm.stream().anyMatch(broken::containsKey) && completions(subject, List.of(norm), context).areCountable()) {
        touched.add(norm);
      }
    }
    List<Finding> sure =
        touched.stream().flatMap(norm -> brokenInAll(List.of(norm), broken, subject, context).stream()).toList();
    return sure.isEmpty() ? brokenInAll(touched, broken, subject, context).stream().toList() : sure;
  }

  /** By how much the limit is missed; null where that is no number. */
  private static Quantity distance(Finding finding) {
    return finding.difference() instanceof Datum.Numeral numeral && numeral.isDecimal()
        ? Quantity.of(new BigDecimal(numeral.text()))
        : null;
  }

  /** The worst breach of the best case; empty where in some case none of these norms is broken, or there is no case. */
  private Optional<Finding> brokenInAll(
      List<List<Assessment>> some, Map<Assessment, Finding> broken, Subject subject, EvaluationContext context) {
    Completions completions = completions(subject, some, context);
    // What is measured must be the same in all cases.
    Set<Assessment> surely = new HashSet<>(broken.keySet());
    surely.removeIf(one -> one.reads(subject).stream().anyMatch(completions.open()::contains));
    List<Finding> worst = new ArrayList<>();
    for (Subject one : surely.isEmpty() ? List.<Subject>of() : completions.all()) {
      if (isPossible(one, completions.open(), context)) {
        Optional<Finding> here =
            some.stream()
                .flatMap(versions -> brokenOf(versions, surely, one).stream())
                .map(broken::get)
                .max(BY_SEVERITY);
        if (here.isEmpty()) {
          return Optional.empty();
        }
        worst.add(here.get());
      }
    }
    return worst.stream().min(BY_SEVERITY).map(one -> one.with(Remark.of(RemarkCode.WHICHEVER_APPLIES)));
  }

  private static Completions completions(
      Subject subject, List<List<Assessment>> some, EvaluationContext context) {
    return new Completions(
        subject, some.stream().flatMap(List::stream).map(one -> one.bound().limit()).toList(), context.facts());
  }

  private boolean isPossible(Subject completion, Set<String> open, EvaluationContext context) {
    return consistency.stream()
        .noneMatch(one -> one.reads(completion).stream().anyMatch(open::contains) && one.isBroken(completion, context));
  }

  /** The version that applies in that case, if it and all that may take its place are broken. */
  private static List<Assessment> brokenOf(List<Assessment> versions, Set<Assessment> broken, Subject completion) {
    int nearest = 0;
    for (Assessment version : versions) {
      if (version.bound().limit().applies(completion) == Truth.YES) {
        nearest = Math.max(nearest, version.standard().region().length());
      }
    }
    List<Assessment> surely = new ArrayList<>();
    for (Assessment version : versions) {
      Truth applies = version.bound().limit().applies(completion);
      if (applies != Truth.NO && version.standard().region().length() >= nearest) {
        if (!broken.contains(version)) {
          return List.of();
        }
        if (applies == Truth.YES) {
          surely.add(version);
        }
      }
    }
    return surely;
  }
}
