package org.dudao.engine.drl;

/** What stands between the brackets of a call. */
public sealed interface CallArgument permits Operand, CheckCall {
  /** Where it begins. */
  Token first();

  /** As rules write it, with single blanks. */
  String text();
}
