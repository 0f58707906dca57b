package org.dudao.engine.reckon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.School;
import org.dudao.fact.Stage;
import org.dudao.fact.Value;
import org.dudao.fact.Words;

/**
 * What a school has for its pupils of one stage: all of it in a school of that stage alone, and in a through-school what
 * it reports for the stage (its teachers), or else a part of what the stages share.
 *
 * <p>What is shared is divided by weighted pupils: one of the primary stage counts once, one of the junior stage as the
 * first limit says, one of the senior stage as the second says of a junior one.
 */
public record StagePart(School school, Stage stage, Limit junior, Limit senior) {
  /** Pupils of the stage; null when they were not reported. */
  Quantity students() {
    return reported(studentsOf(stage));
  }

  /** So much of the measure falls to the stage; null when it cannot be told. */
  Quantity of(String measure) {
    Quantity whole = reported(nameOf(measure));
    if (whole == null || !isDivided(measure)) {
      return whole;
    }
    Quantity all = Quantity.ZERO;
    for (Stage one : stages()) {
      Quantity students = reported(studentsOf(one));
      if (students == null) {
        return null;
      }
      all = all.plus(students.times(weight(one)));
    }
    return whole.times(students()).times(weight(stage)).dividedBy(all);
  }

  /** The same for so many pupils of a stage that has some. */
  public Quantity per(int pupils, String measure) {
    Quantity part = of(measure);
    return part == null || students() == null ? null : part.times(Quantity.of(pupils)).dividedBy(students());
  }

  /** Without pupils, as the stage that a new through-school does not teach yet. */
  public boolean isEmpty() {
    return students() != null && students().signum() == 0;
  }

  /** The components from which it follows. */
  public Set<String> reads(String measure) {
    Stream<String> students =
        isDivided(measure) ? stages().stream().map(this::studentsOf) : Stream.of(studentsOf(stage));
    return Stream.concat(Measures.from(School.class, nameOf(measure)).stream(), students)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The components that would have to be reported for that. */
  public Set<String> missing(String measure) {
    Set<String> missing = reads(measure);
    missing.removeIf(component -> Measures.value(school, component) != null);
    return missing;
  }

  /** The component of the school in which the measure begins. */
  public String component(String measure) {
    return Measures.from(School.class, nameOf(measure)).get(0);
  }

  private Quantity reported(String measure) {
    return Quantity.ofMeasure(Measures.value(school, measure));
  }

  private List<Stage> stages() {
    return school.type().schoolStages();
  }

  private boolean isDivided(String measure) {
    return stages().size() > 1 && nameOf(measure).equals(measure);
  }

  private String studentsOf(Stage one) {
    return stages().size() > 1 ? one.studentsComponent() : "students";
  }

  /** {@code keyTeachers}, in a through-school {@code juniorKeyTeachers}, where it reports them by stage. */
  private String nameOf(String measure) {
    String ofStage = Words.of(stage) + Character.toUpperCase(measure.charAt(0)) + measure.substring(1);
    return stages().size() > 1 && Measures.has(School.class, ofStage) ? ofStage : measure;
  }

  private Quantity weight(Stage one) {
    return switch (one) {
      case PRIMARY -> Quantity.of(1);
      case JUNIOR -> number(junior);
      default -> number(junior).times(number(senior));
    };
  }

  private static Quantity number(Limit limit) {
    return ((Value.Number) limit.value()).quantity();
  }
}
