package org.dudao.fact;

/** What is made of the {@link Value} of a limit, one method for each kind, so that none is forgotten. */
public interface ValueVisitor<R> {
  R number(Value.Number number);

  R range(Value.Range range);

  R yes(Value.Yes yes);

  R names(Value.Names names);

  R day(Value.Day day);

  R clock(Value.Clock clock);

  R field(Value.Field field);

  R time(Value.Time time);

  R cells(Value.CellRelation relation);
}
