package org.dudao.fact;

/** How a published figure must follow from its operands. */
public enum Relation {
  /** The stated figure is the sum of the operands. */
  SUM,
  /** Operands are count, value, count, value ...; the stated figure is the sum of the products. */
  WEIGHTED_SUM,
  /** The first operand less all others. */
  DIFFERENCE,
  /** The product of the operands. */
  PRODUCT,
  /** The first operand divided by the second: an average, a figure per student, a ratio. */
  QUOTIENT,
  /** The first operand as a share of the second, in the unit of the stated figure (% or ratio). */
  SHARE,
  /** Operands are now and before: (now - before) / before. */
  GROWTH,
  /** Operands are now and the increase: increase / (now - increase). */
  GROWTH_BY,
  /** The operands, numbers or dates, do not decrease in the order given. */
  ORDER,
  /** The operands, and the stated figure if there is one, say the same. */
  EQUAL,
  /** The operands are parts of the stated figure, but perhaps not all: together they are at most as much. */
  PARTS,
  /** The operands are shares of one whole, in per cent or points: together they make 100. */
  COMPLETE,
  /** The stated figure is a rate of a whole and so at most 100 %. */
  WHOLE
}
