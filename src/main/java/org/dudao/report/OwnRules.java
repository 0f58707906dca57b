package org.dudao.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules of one's own make of the shipped ones, for the report of a run that used them.
 *
 * @param isEdition whether they stand instead of the shipped ones, and not over them
 * @param done what they do, by its kind: ids of limits with their regions, of rules, of codes, or regions of calendars,
 *     in order; kinds of which there is none are absent
 * @param altered limits that an edition tells otherwise, in the order of its tables
 * @param moved limits that rules name, and that are others by these rules
 */
public record OwnRules(boolean isEdition, Map<Deed, List<String>> done, List<Altered> altered, List<Moved> moved) {

  public OwnRules {
    Map<Deed, List<String>> sorted = new EnumMap<>(Deed.class);
    done.forEach((deed, ids) -> {
      if (!ids.isEmpty()) {
        sorted.put(deed, ids.stream().distinct().sorted().toList());
      }
    });
    done = Collections.unmodifiableMap(sorted);
    altered = List.copyOf(altered);
    moved = List.copyOf(moved);
  }

  /** What rules of one's own can do to the shipped ones. */
  public enum Deed {
    /** Limits that an edition has no more. */
    LACKS,
    /** Limits that are no law any more. */
    WITHDRAWS,
    /** Limits of which others take the place. */
    REPLACES,
    /** Limits from which some are freed. */
    EXEMPTS,
    /** Limits that are new, or tighten those of a wider region. */
    ADDS,
    /** Rules that an edition has no more. */
    LACKS_RULES,
    /** Rules that say something else. */
    REPLACES_RULES,
    /** New rules. */
    ADDS_RULES,
    /** Codes that an edition has no more. */
    LACKS_CODES,
    /** New codes. */
    ADDS_CODES,
    /** Calendars that an edition has no more. */
    LACKS_CALENDARS,
    /** Calendars that are new, or tell more or other days. */
    CHANGES_CALENDARS;

    /** Whether law is lost by it without a row that says so. */
    public boolean isLoss() {
      return this == LACKS || this == LACKS_RULES || this == LACKS_CODES || this == LACKS_CALENDARS;
    }
  }

  /**
   * A limit that an edition tells otherwise.
   *
   * @param id with its region
   * @param cells those that decide and differ
   */
  public record Altered(String id, List<RuleBookChanges.ChangedCell> cells) {}

  /**
   * A limit that defines something for others.
   *
   * @param id with its region
   * @param rules the ids of the rules that measure by it
   * @param standards the ids of their standards
   */
  public record Moved(String id, List<String> rules, List<String> standards) {}
}
