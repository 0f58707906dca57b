package org.dudao.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dudao.fact.CensoredNumber;
import org.dudao.fact.FactKind;
import org.dudao.fact.Form;
import org.dudao.fact.Origin;
import org.dudao.fact.Subject;

/** A fact as it was read: checked one property at a time, not yet tied to the facts that it refers to. */
final class Draft {
  final FactKind kind;
  /** In the order of the properties; null once the fact has them. */
  Object[] values;
  private final int number;
  private final TextPlaces text;
  private final int start;
  /** For each property the index of its first character, and one more; 0 when it was not reported. */
  private final int[] places;
  /** For each cell of a form, and each bracket, by its component and name the index of its first character. */
  private Map<String, Integer> cells = Map.of();
  private Map<Integer, Draft> joined = Map.of();
  private FaultKind fault;
  /** Whether one of the values is an interval. */
  private boolean isCensored;
  private Subject subject;

  /**
   * @param number which one of its kind it is in the document, from 0
   * @param start index of its first character in the text
   */
  Draft(FactKind kind, int number, TextPlaces text, int start) {
    this.kind = kind;
    this.number = number;
    this.text = text;
    this.start = start;
    this.values = new Object[Shape.of(kind).properties().length];
    this.places = new int[values.length];
  }

  boolean has(int index) {
    return places[index] != 0;
  }

  void put(int index, Object value, int place) {
    values[index] = value;
    places[index] = place + 1;
  }

  /** Says where that cell of a form, or that bracket, stands. */
  void putCell(String component, int place) {
    if (cells.isEmpty()) {
      cells = new LinkedHashMap<>();
    }
    cells.put(component, place);
  }

  /** What it says of that component; null when that was not reported, or could not be read. */
  Object value(String component) {
    return values[Shape.of(kind).property(component).index];
  }

  /** Whether everything without which there is no such fact could be read. */
  boolean knowsRequired() {
    for (Shape.Property property : Shape.of(kind).required()) {
      if (values[property.index] == null) {
        return false;
      }
    }
    return true;
  }

  /** Forgets what it says of that property, but not where. */
  void forget(int index) {
    values[index] = null;
  }

  /** Null when it could not be read. */
  String id() {
    return subject == null ? (String) values[0] : subject.id();
  }

  /** The first thing that is wrong with it, or with what it cannot do without; null when nothing is. */
  FaultKind fault() {
    return fault;
  }

  void setAside(FaultKind because) {
    fault = fault == null ? because : fault;
  }

  /** Says that one of the values is an interval. */
  void censor() {
    isCensored = true;
  }

  /** The fact, once it is tied to those that it refers to; null before, and when it was set aside. */
  Subject subject() {
    return subject;
  }

  /** Becomes the fact; gives those of its components by name of which only an interval was told. */
  Map<String, CensoredNumber> become() {
    Map<String, CensoredNumber> censored = isCensored ? intervals() : Map.of();
    subject = Shape.of(kind).subject(values);
    values = null;
    return censored;
  }

  /** Takes the intervals out of the values. */
  private Map<String, CensoredNumber> intervals() {
    Map<String, CensoredNumber> intervals = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof CensoredNumber interval) {
        intervals.put(Shape.of(kind).properties()[i].name, interval);
        values[i] = null;
      } else if (values[i] instanceof Map<?, ?> figures) {
        values[i] = known(figures, intervals);
      }
    }
    return intervals;
  }

  /** The cells without those of which only an interval was told, which are added to the others. */
  private static Map<String, Object> known(Map<?, ?> figures, Map<String, CensoredNumber> intervals) {
    Map<String, Object> known = new LinkedHashMap<>();
    figures.forEach((name, figure) -> {
      if (figure instanceof CensoredNumber interval) {
        intervals.put(Form.place((String) name), interval);
      } else {
        known.put((String) name, figure);
      }
    });
    return known;
  }

  Origin origin() {
    return text.at(start, pointer());
  }

  /** Where that component stands, or that cell of one; where the fact stands when it does not. */
  Origin origin(String component) {
    Integer cell = component == null ? null : cells.get(component);
    if (cell != null) {
      int slash = component.indexOf('/');
      String within = component.substring(0, slash) + "/" + token(component.substring(slash + 1));
      return text.at(cell, pointer() + "/" + within);
    }
    Shape.Property property = component == null ? null : Shape.of(kind).property(component);
    return property == null || !has(property.index) ? origin() : origin(property.index);
  }

  Origin origin(int index) {
    Draft other = joined.get(index);
    return other != null
        ? other.origin(index)
        : text.at(places[index] - 1, pointer() + "/" + Shape.of(kind).properties()[index].name);
  }

  /** Takes over what the other draft of the same fact says. */
  void add(int index, Draft other) {
    values[index] = other.values[index];
    places[index] = other.places[index];
    isCensored |= other.isCensored;
    if (joined.isEmpty()) {
      joined = new HashMap<>();
    }
    joined.put(index, other);
  }

  /** The name as it stands in a pointer. */
  static String token(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private String pointer() {
    return pointer(kind, number);
  }

  static String pointer(FactKind kind, int number) {
    return "/" + kind.property() + (kind == FactKind.BUREAU ? "" : "/" + number);
  }
}
