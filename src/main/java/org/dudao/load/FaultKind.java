package org.dudao.load;

import org.dudao.fact.FactKind;
import org.dudao.fact.ProblemCode;

/**
 * What faults have in common that are told together.
 *
 * @param facts of which kind the facts are; null of a fault beside all facts
 * @param property null when the fault is of the whole fact, or the whole document
 */
record FaultKind(ProblemCode code, FactKind facts, String property) {}
