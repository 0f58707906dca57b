package org.dudao.fact;

import java.util.List;
import java.util.Set;

/** A constant that documents spell by the codes of a national standard instead of by its own name. */
public interface Spelled {
  /** What may stand in a document for this constant; the first one is preferred. */
  List<String> spellings();

  /** The words under which a limit may name this constant in {@code applies_to}. */
  Set<String> words();
}
