package org.dudao.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;

/**
 * What a limit demands: a number, a yes, a list, a span of time, another figure of the same subject, or a relation
 * between the cells of a form.
 */
public sealed interface Value {
  /** What the visitor makes of a value of this kind. */
  <R> R accept(ValueVisitor<R> visitor);

  /** At most, at least or exactly this number. */
  record Number(Quantity quantity) implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /** Not below the one number, and not above the other. */
  record Range(Quantity low, Quantity high) implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.range(this);
    }
  }

  /** It must be so. */
  record Yes() implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.yes(this);
    }
  }

  /** One of these, or all of these. */
  record Names(List<String> names) implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.names(this);
    }
  }

  /** By this day, or after it. */
  record Day(LocalDate day) implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.day(this);
    }
  }

  /** Not after, or not before, this time of the day. */
  record Clock(LocalTime time) implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.clock(this);
    }
  }

  /** What the same subject reports under another name. */
  record Field(String measure) implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.field(this);
    }
  }

  /** Within, or for at least, this span of time. */
  record Time(Period period) implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.time(this);
    }
  }

  /**
   * How cells of a form hang together.
   *
   * @param stated the cell that must follow from the others; null where the relation has none
   */
  record CellRelation(Relation relation, FormCell stated, List<FormCell> operands) implements Value {
    @Override
    public <R> R accept(ValueVisitor<R> visitor) {
      return visitor.cells(this);
    }

    /**
     * The same relation of what stands in the cells.
     *
     * @param figures null for a cell that was not reported
     */
    public Claim of(Function<FormCell, BigDecimal> figures) {
      return new Claim(
          "", "", relation, stated == null ? null : figure(stated, figures),
          operands.stream().map(cell -> figure(cell, figures)).toList(), null);
    }

    private static Indicator figure(FormCell cell, Function<FormCell, BigDecimal> figures) {
      return new Indicator(
          cell.name(), cell.title().zh(), cell.title().en(), null, null, figures.apply(cell), null, null, cell.unit(),
          null, null, null);
    }
  }
}
