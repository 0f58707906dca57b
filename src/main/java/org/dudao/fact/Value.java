package org.dudao.fact;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** What a limit demands: a number, a yes, a list, a span of time, or another figure of the same subject. */
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
}
