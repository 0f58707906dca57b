package org.dudao.fact;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How constants and components are written in a limit's {@code applies_to}: lower case, with hyphens. */
public final class Words {
  private static final Map<Enum<?>, String> KNOWN = new ConcurrentHashMap<>();

  private Words() {}

  public static String of(Enum<?> constant) {
    return KNOWN.computeIfAbsent(constant, one -> ofConstant(one.name()));
  }

  /** {@code INFORMATION_REQUEST} becomes {@code information-request}. */
  public static String ofConstant(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code qualifiedTeacher} becomes {@code qualified-teacher}. */
  public static String ofComponent(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** All words of a constant: those of its national codes, or its own name. */
  public static Set<String> allOf(Enum<?> constant) {
    return constant instanceof Spelled spelled ? spelled.words() : Set.of(of(constant));
  }
}
