package org.dudao.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Limit;

/**
 * In what one book of limits differs from another. A limit is found again by its id and region, and of several versions
 * by the day from which it is in force.
 *
 * @param added limits that only the later book has
 * @param missing limits that only the earlier book has
 * @param changed limits of both that say different things
 */
public record RuleBookChanges(List<Limit> added, List<Limit> missing, List<Change> changed) {
  private static final String ANNOUNCED = "announced";

  public RuleBookChanges {
    added = List.copyOf(added);
    missing = List.copyOf(missing);
    changed = List.copyOf(changed);
  }

  /** One limit as it was and as it is, with the cells that decide and differ. */
  public record Change(Limit before, Limit after, List<ChangedCell> cells) {}

  /**
   * What stood and what stands in one column; empty where the cell is.
   *
   * @param column its name in the header
   */
  public record ChangedCell(String column, String before, String after) {}

  /** What the later limits make of the earlier ones, in the order of the tables. */
  public static RuleBookChanges between(List<Limit> before, List<Limit> after) {
    Map<String, List<Limit>> left = byId(before);
    List<Limit> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    Map<String, List<Limit>> unmatched = new LinkedHashMap<>();
    for (Limit limit : after) {
      List<Limit> versions = left.getOrDefault(key(limit), List.of());
      Limit same =
          versions.stream().filter(one -> String.valueOf(one.from()).equals(String.valueOf(limit.from())))
              .findFirst().orElse(null);
      if (same == null) {
        unmatched.computeIfAbsent(key(limit), key -> new ArrayList<>()).add(limit);
      } else {
        versions.remove(same);
        compare(same, limit, changed);
      }
    }
    // Where one version is left on either side, its first day was changed.
    unmatched.forEach((key, limits) -> {
      List<Limit> versions = left.getOrDefault(key, List.of());
      if (limits.size() == 1 && versions.size() == 1) {
        compare(versions.remove(0), limits.get(0), changed);
      } else {
        added.addAll(limits);
      }
    });
    return new RuleBookChanges(added, left.values().stream().flatMap(List::stream).toList(), changed);
  }

  private static Map<String, List<Limit>> byId(List<Limit> limits) {
    Map<String, List<Limit>> byId = new LinkedHashMap<>();
    limits.forEach(limit -> byId.computeIfAbsent(key(limit), key -> new ArrayList<>()).add(limit));
    return byId;
  }

  private static String key(Limit limit) {
    return limit.id() + " " + limit.region();
  }

  private static void compare(Limit before, Limit after, List<Change> changed) {
    Map<String, String> old = before.decisiveCells();
    Map<String, String> now = after.decisiveCells();
    List<ChangedCell> cells = new ArrayList<>();
    for (String column : before.differences(after)) {
      cells.add(new ChangedCell(column, old.get(column), now.get(column)));
    }
    if (!String.valueOf(before.announced()).equals(String.valueOf(after.announced()))) {
      cells.add(new ChangedCell(ANNOUNCED, written(before.announced()), written(after.announced())));
    }
    if (!cells.isEmpty()) {
      changed.add(new Change(before, after, cells));
    }
  }

  private static String written(Object day) {
    return day == null ? "" : day.toString();
  }

  /** Whether both say the same. */
  public boolean isEmpty() {
    return added.isEmpty() && missing.isEmpty() && changed.isEmpty();
  }
}
