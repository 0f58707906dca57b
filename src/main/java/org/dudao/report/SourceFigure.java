package org.dudao.report;

/**
 * Something that a finding was computed from: the pupils and the staff of a ratio, the part and the whole of a share,
 * the two days of a span.
 *
 * @param name the component of the fact, or {@link #PART} and {@link #WHOLE} of what is counted over several facts
 * @param value with its unit, where that is known
 */
public record SourceFigure(String name, Datum value) {
  /** So many of the whole are meant. */
  public static final String PART = "part";
  /** All of which a part is meant. */
  public static final String WHOLE = "whole";
  /** The day of judgement, at which a span of time is cut off that has no end yet. */
  public static final String AS_OF = "asOf";
}
