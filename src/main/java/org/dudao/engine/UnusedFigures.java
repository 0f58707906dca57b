package org.dudao.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dudao.engine.judge.Basis;
import org.dudao.engine.judge.SubjectReferences;
import org.dudao.fact.ClassesBySize;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Form;
import org.dudao.fact.GradeRange;
import org.dudao.fact.Measures;
import org.dudao.fact.Subject;
import org.dudao.report.Unused;

/** Finds the figures of a bureau on which nothing that was decided rests. */
final class UnusedFigures {
  private static final Set<Class<?>> TYPES =
      Set.of(
          Integer.class, BigDecimal.class, LocalDate.class, LocalTime.class, Boolean.class, GradeRange.class,
          ClassesBySize.class);
  private static final String CODE = "code";

  private final Facts facts;
  private final Basis basis;
  private final SubjectReferences references;
  private long all;

  private UnusedFigures(Facts facts, Basis basis) {
    this.facts = facts;
    this.basis = basis;
    this.references = new SubjectReferences(facts);
  }

  static Unused of(Facts facts, Basis basis) {
    UnusedFigures figures = new UnusedFigures(facts, basis);
    List<Unused.Fact> unused = new ArrayList<>();
    facts.subjects().forEach((kind, subjects) -> {
      for (int number = 0; number < subjects.size(); number++) {
        Unused.Fact fact = figures.fact(kind, number, subjects.get(number));
        if (fact.isWhole() || !fact.figures().isEmpty()) {
          unused.add(fact);
        }
      }
    });
    return new Unused(facts.size(), figures.all, unused);
  }

  private Unused.Fact fact(FactKind kind, int number, Subject subject) {
    List<Unused.Figure> unused = new ArrayList<>();
    for (String component : reported(subject)) {
      all++;
      if (!basis.holds(subject, component)) {
        unused.add(new Unused.Figure(component, facts.places().of(kind, number, component)));
      }
    }
    Object code = Measures.has(subject.getClass(), CODE) ? Measures.value(subject, CODE) : null;
    return new Unused.Fact(
        references.of(subject), code == null ? "" : code.toString(), facts.places().of(kind, number, null),
        !basis.holds(subject), unused);
  }

  /** The names of the figures that it reports. */
  private static List<String> reported(Subject subject) {
    List<String> names = new ArrayList<>();
    for (String name : Measures.names(subject.getClass())) {
      boolean isFigure =
          Measures.isReported(subject.getClass(), name) && TYPES.contains(Measures.type(subject.getClass(), name));
      if (isFigure && Measures.value(subject, name) != null) {
        names.add(name);
      }
    }
    if (subject instanceof Form form) {
      form.cells().keySet().forEach(cell -> names.add(Form.place(cell)));
    }
    return names;
  }
}
