package org.dudao.engine.judge;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.engine.reckon.Reckoning;
import org.dudao.fact.Form;
import org.dudao.fact.FormCell;
import org.dudao.fact.Subject;
import org.dudao.fact.Value;
import org.dudao.report.Demand;

/** {@code check.form( $form )}: whether cells of a form hang together as the relation in its table says. */
record CellsOfForm(Value.CellRelation relation) implements Measurement {
  @Override
  public String measure(Subject subject) {
    return relation.stated() == null ? "operands" : "stated";
  }

  /** The first cell of the relation that was reported: where it is stated, what must follow from the others. */
  @Override
  public String component(Subject subject) {
    return cells()
        .filter(cell -> isReported(cell, subject))
        .map(cell -> Form.place(cell.name()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Set<String> reads(Bound bound, Subject subject) {
    return Set.of("cells");
  }

  @Override
  public void noteBasis(Bound bound, Subject subject, EvaluationContext context, Basis basis) {
    Set<String> cells = new HashSet<>();
    relation.operands().forEach(cell -> cells.add(Form.place(cell.name())));
    if (relation.stated() != null) {
      cells.add(Form.place(relation.stated().name()));
    }
    basis.add(subject, cells);
  }

  @Override
  public Demand demand(Bound bound, Subject subject) {
    return PublishedFigure.demand(relation.relation());
  }

  /** Whether enough cells were reported to contradict each other. */
  @Override
  public boolean isTold(Bound bound, Subject subject, EvaluationContext context) {
    return (relation.stated() == null || isReported(relation.stated(), subject))
        && (relation.operands().isEmpty() || relation.operands().stream().anyMatch(cell -> isReported(cell, subject)));
  }

  @Override
  public Ruling ruling(Bound bound, Subject subject, EvaluationContext context) {
    return PublishedFigure.ruling(Reckoning.of(relation.of(cell -> figure(cell, subject))));
  }

  private Stream<FormCell> cells() {
    return Stream.concat(Stream.of(relation.stated()), relation.operands().stream()).filter(Objects::nonNull);
  }

  private static boolean isReported(FormCell cell, Subject form) {
    return figure(cell, form) != null;
  }

  private static BigDecimal figure(FormCell cell, Subject form) {
    return ((Form) form).cells().get(cell.name());
  }
}
