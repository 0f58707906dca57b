package org.dudao.bench;

import java.util.List;

/** What one of the reference program's checks says of a county. */
interface PlainCheck {
  /** What is not kept or not known, in the order of a report. */
  List<PlainFinding> findings();

  int pass();

  int fail();

  int unknown();
}
