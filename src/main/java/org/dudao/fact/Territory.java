package org.dudao.fact;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where a limit is law of which another row has taken a region: in all that one region holds, but for others in it.
 *
 * @param within an upper-case region; empty for everywhere
 * @param except upper-case regions below it
 */
public record Territory(String within, Set<String> except) {

  public Territory {
    except = Set.copyOf(except);
  }

  /** Whether a place of that region lies in it. */
  public boolean covers(String region) {
    return Region.covers(within, region) && except.stream().noneMatch(one -> Region.covers(one, region));
  }

  /** Whether any place of that region lies in it. */
  boolean meets(String region) {
    return covers(region) || Region.covers(region, within);
  }

  /** What of it lies in that region, which it meets. */
  Territory inside(String region) {
    String nearer = Region.covers(region, within) ? within : region;
    Set<String> holes = new TreeSet<>(except);
    holes.removeIf(hole -> !Region.covers(nearer, hole));
    return new Territory(nearer, holes);
  }

  /** What of it lies out of that region, which it meets; null when nothing does. */
  Territory outside(String region) {
    if (Region.covers(region, within)) {
      return null;
    }
    Set<String> holes = new TreeSet<>(except);
    holes.removeIf(hole -> Region.covers(region, hole));
    holes.add(region);
    return new Territory(within, holes);
  }
}
