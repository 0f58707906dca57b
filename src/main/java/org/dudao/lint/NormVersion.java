package org.dudao.lint;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Limit;

/** Which version of a norm a row of a table is: that of a region from a day. */
record NormVersion(String id, String region, LocalDate from) {
  static NormVersion of(Limit limit) {
    return new NormVersion(limit.id(), limit.region(), limit.from());
  }

  /** The rows by the versions that they are; there is one for each. */
  static Map<NormVersion, Limit> all(List<Limit> limits) {
    Map<NormVersion, Limit> all = new LinkedHashMap<>();
    limits.forEach(limit -> all.putIfAbsent(of(limit), limit));
    return all;
  }

  boolean isOfSameNorm(NormVersion other) {
    return id.equals(other.id) && region.equals(other.region);
  }
}
