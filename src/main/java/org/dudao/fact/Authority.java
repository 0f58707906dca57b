package org.dudao.fact;

import java.util.EnumSet;
import java.util.Set;

/** What kind of document a limit stands in, which bounds how hard the limit may be. */
public enum Authority {
  /** A law, or what a local people's congress enacted. */
  LAW(Level.MUST, Level.SHOULD, Level.NOTE),
  /** A regulation of the government. */
  REGULATION(Level.MUST, Level.SHOULD, Level.NOTE),
  /** A rule of a ministry or of a local government. */
  RULE(Level.MUST, Level.SHOULD, Level.NOTE),
  /** A national, trade or construction standard. */
  STANDARD(Level.MUST, Level.SHOULD, Level.NOTE),
  /** A normative document: an opinion, a notice, a measure. */
  POLICY(Level.MUST, Level.SHOULD, Level.NOTE),
  /** A plan of those above, for its years. */
  PLAN(Level.MUST, Level.SHOULD, Level.NOTE),
  /** What a bureau or a school reported, promised or planned for itself, for the term of the document. */
  PROMISE(Level.SHOULD, Level.NOTE),
  /** No document, but arithmetic and logic: figures that cannot all be right. */
  ARITHMETIC(Level.MUST, Level.SHOULD, Level.NOTE),
  /** No norm, but experience: a band of plausible figures. */
  EXPERIENCE(Level.QUERY);

  private final Set<Level> levels;

  Authority(Level first, Level... others) {
    this.levels = EnumSet.of(first, others);
  }

  /** How hard a limit of such a document may be; the words of the document choose among them. */
  public Set<Level> levels() {
    return levels;
  }

  /** Whether it begins or ends on some day, as everything does that people have laid down. */
  public boolean isDated() {
    return this != ARITHMETIC && this != EXPERIENCE;
  }

  /** Whether it is for a term of its own and binds nobody after it. */
  public boolean hasTerm() {
    return this == PROMISE;
  }
}
