package org.dudao.engine.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  /** One case: what the subject may be, and what it then breaks. */
  private record Completed(Subject completion, List<Assessment> broken) {}

  /**
   * What the subject surely breaks: each norm that is broken whichever of its versions applies; and where there is none,
   * but in every case one of the norms is, that which is broken least in the case that is best for the subject.
   */
  public List<Finding> broken(Subject subject, int number, EvaluationContext context, Assessment.Failures failures) {
    Set<Assessment> broken = new LinkedHashSet<>();
    List<List<Assessment>> touched = new ArrayList<>();
    Map<Assessment, Finding> told = new HashMap<>();
    Function<Assessment, Finding> tell =
        one -> told.computeIfAbsent(one, key -> key.applying().findings(subject, number, context, failures).get(0));
    List<Finding> sure = new ArrayList<>();
    for (List<Assessment> norm : norms) {
      for (Assessment one : norm) {
        if (!one.bound().limit().isScheduled(context.facts().asOf()) && one.isBroken(subject, context)) {
          broken.add(one);
        }
      }
      if (norm.stream().noneMatch(broken::contains)) {
        continue;
      }
      Completions completions = completions(subject, List.of(norm), context);
      if (completions.areCountable()) {
        touched.add(norm);
        leastOf(brokenInAll(completions, List.of(norm), broken, subject, context), tell).ifPresent(sure::add);
      }
    }
    return sure.isEmpty() && touched.size() > 1
        ? leastOf(brokenInAll(completions(subject, touched, context), touched, broken, subject, context), tell).stream()
            .toList()
        : sure;
  }

  /** The worst breach of the case that is best for the subject. */
  private static Optional<Finding> leastOf(List<List<Assessment>> cases, Function<Assessment, Finding> tell) {
    return cases.stream()
        .map(one -> one.stream().map(tell).max(BY_SEVERITY).orElseThrow())
        .min(BY_SEVERITY)
        .map(one -> one.with(Remark.of(RemarkCode.WHICHEVER_APPLIES)));
  }

  /** By how much the limit is missed; null where that is no number. */
  private static Quantity distance(Finding finding) {
    return finding.difference() instanceof Datum.Numeral numeral && numeral.isDecimal()
        ? Quantity.of(new BigDecimal(numeral.text()))
        : null;
  }

  /** What is broken in each case; none where in some case none of these norms is, or there is no case. */
  private List<List<Assessment>> brokenInAll(
      Completions completions, List<List<Assessment>> some, Set<Assessment> broken, Subject subject,
      EvaluationContext context) {
    // What is measured must be the same in all cases.
    Set<String> open = completions.openComponents();
    Set<Assessment> surely = new HashSet<>(broken);
    surely.removeIf(one -> one.reads(subject).stream().anyMatch(open::contains));
    List<Completed> inAll = new ArrayList<>();
    for (int number = 0; !surely.isEmpty() && number < completions.size(); number++) {
      Subject one = completions.get(number);
      List<Assessment> here = new ArrayList<>();
      some.forEach(versions -> here.addAll(brokenOf(versions, surely, one)));
      if (!here.isEmpty()) {
        inAll.add(new Completed(one, here));
      } else if (isPossible(one, open, context)) {
        return List.of();
      }
    }
    return inAll.stream().filter(one -> isPossible(one.completion(), open, context)).map(Completed::broken).toList();
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
    Truth[] applies = new Truth[versions.size()];
    int nearest = 0;
    for (int i = 0; i < applies.length; i++) {
      applies[i] = versions.get(i).bound().limit().applies(completion);
      if (applies[i] == Truth.YES) {
        nearest = Math.max(nearest, versions.get(i).standard().region().length());
      }
    }
    List<Assessment> surely = new ArrayList<>();
    for (int i = 0; i < applies.length; i++) {
      Assessment version = versions.get(i);
      if (applies[i] != Truth.NO && version.standard().region().length() >= nearest) {
        if (!broken.contains(version)) {
          return List.of();
        }
        if (applies[i] == Truth.YES) {
          surely.add(version);
        }
      }
    }
    return surely;
  }
}
