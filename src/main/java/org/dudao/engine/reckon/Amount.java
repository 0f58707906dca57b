package org.dudao.engine.reckon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;
import org.dudao.report.SourceFigure;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;

/**
 * Something counted over several facts, some of which may lack the measure, be doubted, or not have been submitted.
 *
 * @param low the least it can be, whatever is missing; null when nothing can be said
 * @param high the most it can be; null when there is no end, or nothing can be said
 * @param missing what was not reported: components of the facts, or a list of facts
 * @param lacking how many of the facts that were submitted lack them
 * @param isContested whether figures that another one contradicts, or that are doubted, would count in it
 * @param remarks what more there is to say of it
 * @param operands what the least that it can be was counted from, as far as it is known
 */
public record Amount(
    Quantity low, Quantity high, List<String> missing, int lacking, boolean isContested, List<Remark> remarks,
    List<SourceFigure> operands) {
  /** Of nobody: a school without pupils, or without pupils of the stage, owes nothing for each of them. */
  public static final Amount OF_NOBODY = unknown(List.of(), 0);

  /** How many facts are named that cannot be relied on. */
  private static final int NAMED = 3;

  public Amount(Quantity low, Quantity high, List<String> missing, int lacking) {
    this(low, high, missing, lacking, List.of());
  }

  public Amount(Quantity low, Quantity high, List<String> missing, int lacking, List<Remark> remarks) {
    this(low, high, missing, lacking, false, remarks, List.of());
  }

  public static Amount known(Quantity value) {
    return new Amount(value, value, List.of(), 0);
  }

  public static Amount unknown(List<String> missing, int lacking) {
    return new Amount(null, null, missing, lacking);
  }

  /** The same, with more to say of what it was counted from. */
  public Amount with(List<Remark> more) {
    List<Remark> all = new ArrayList<>(remarks);
    all.addAll(more);
    return new Amount(low, high, missing, lacking, isContested, List.copyOf(all), operands);
  }

  /** The same, which was counted from these. */
  public Amount from(List<SourceFigure> counted) {
    return new Amount(low, high, missing, lacking, isContested, remarks, List.copyOf(counted));
  }

  /**
   * The same, to which figures of these facts would count, and cannot be relied on: others contradict them, or they are
   * doubted.
   */
  public Amount contested(List<Subject> facts) {
    if (facts.isEmpty()) {
      return this;
    }
    String names =
        facts.stream()
            .map(fact -> fact.name() == null ? fact.id() : fact.name())
            .sorted()
            .limit(NAMED)
            .collect(Collectors.joining(", "));
    return new Amount(low, high, missing, lacking, true, remarks, operands)
        .with(List.of(Remark.of(RemarkCode.MEMBERS_DOUBTED, facts.size(), names)));
  }

  /** Whether it can be one number only. */
  public boolean isExact() {
    return low != null && low.equals(high);
  }
}
