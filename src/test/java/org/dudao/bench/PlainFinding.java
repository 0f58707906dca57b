package org.dudao.bench;

import java.util.List;

/** What the reference program says of one subject and one standard that it does not keep, or that nobody can tell. */
record PlainFinding(
    int kind, String id, String standard, String outcome, String found, String limit, String unit, String difference,
    List<String> missing)
    implements Comparable<PlainFinding> {
  static final String FAIL = "FAIL";
  static final String UNKNOWN = "UNKNOWN";
  static final String QUERY = "QUERY";

  /** The order of a report: by kind, id and standard. */
  @Override
  public int compareTo(PlainFinding other) {
    if (kind != other.kind) {
      return Integer.compare(kind, other.kind);
    }
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : standard.compareTo(other.standard);
  }
}
