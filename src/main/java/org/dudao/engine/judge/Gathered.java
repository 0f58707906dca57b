package org.dudao.engine.judge;

import java.util.Collection;
import java.util.List;
import org.dudao.fact.Subject;

/**
 * The facts over which something is counted, and how many of them are missing.
 *
 * @param members those that were submitted
 * @param submitted how many they are: what stands for many classes is one of the members
 */
record Gathered(Collection<? extends Subject> members, int submitted, Absence absence) {
  static final Gathered NOTHING = new Gathered(List.of(), 0, Absence.UNCOUNTED);
}
