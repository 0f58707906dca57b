package org.dudao.load;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dudao.fact.FactKind;
import org.dudao.fact.Origin;

/** A fact as it was read: checked one property at a time, not yet tied to the facts that it refers to. */
final class Draft {
  private static final Map<FactKind, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

  final FactKind kind;
  final String file;
  final String pointer;
  final Object[] values;
  private final long[] places;
  private final long start;
  private final Map<Integer, Draft> joined = new HashMap<>();

  Draft(FactKind kind, String file, String pointer, int line, int column) {
    this.kind = kind;
    this.file = file;
    this.pointer = pointer;
    this.values = new Object[components(kind).length];
    this.places = new long[values.length];
    this.start = packed(line, column);
  }

  static RecordComponent[] components(FactKind kind) {
    return COMPONENTS.computeIfAbsent(kind, key -> key.type().getRecordComponents());
  }

  static int indexOf(FactKind kind, String name) {
    RecordComponent[] components = components(kind);
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  boolean has(int index) {
    return places[index] != 0;
  }

  void put(int index, Object value, int line, int column) {
    values[index] = value;
    places[index] = packed(line, column);
  }

  String id() {
    return (String) values[0];
  }

  Origin origin() {
    return unpacked(pointer, start);
  }

  /** Where that component stands; where the fact stands when it does not. */
  Origin origin(String component) {
    int index = component == null ? -1 : indexOf(kind, component);
    return index < 0 || !has(index) ? origin() : origin(index);
  }

  Origin origin(int index) {
    Draft other = joined.get(index);
    return other != null ? other.origin(index) : unpacked(pointer + "/" + components(kind)[index].getName(), places[index]);
  }

  /** Takes over what the other draft of the same fact says. */
  void add(int index, Draft other) {
    values[index] = other.values[index];
    places[index] = other.places[index];
    joined.put(index, other);
  }

  private Origin unpacked(String at, long place) {
    return new Origin(file, at, (int) (place >>> 32), (int) place);
  }

  private static long packed(int line, int column) {
    return (long) line << 32 | column;
  }
}
