package org.dudao.cases;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Measures;
import org.dudao.fact.Origin;
import org.dudao.fact.Spelled;
import org.dudao.fact.Subject;

/**
 * A fact as it was read from a case, for who looks for a slip.
 *
 * @param said what it reports, by the names of the components, without its id
 */
public record ReadFact(FactKind kind, String id, Origin at, Map<String, String> said) {

  /** The fact of that id that a standard for facts of that kind may judge, with those that it belongs to. */
  static List<ReadFact> of(Facts facts, FactKind kind, String id) {
    List<ReadFact> read = new ArrayList<>();
    Subject next =
        Expectation.subjects(facts, kind).filter(fact -> fact.id().equals(id)).findFirst().orElse(null);
    for (; next != null; next = next.owner()) {
      FactKind own = FactKind.of(next);
      int number = facts.of(own).indexOf(next);
      read.add(new ReadFact(own, next.id(), facts.places().of(own, Math.max(0, number), null), said(next)));
    }
    return read;
  }

  private static Map<String, String> said(Subject fact) {
    Map<String, String> said = new LinkedHashMap<>();
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      Object value = Measures.value(fact, component.getName());
      if (value != null && !component.getName().equals("id")) {
        said.put(component.getName(), text(value));
      }
    }
    return said;
  }

  private static String text(Object value) {
    if (value instanceof Subject other) {
      return other.id();
    }
    if (value instanceof Spelled constant) {
      return constant.spellings().get(0);
    }
    return value instanceof Collection<?> several
        ? several.stream().map(ReadFact::text).collect(Collectors.joining("; "))
        : String.valueOf(value);
  }
}
