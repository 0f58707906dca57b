package org.dudao.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Where something holds: codes of regions, of which a wider one covers all that begin with it. */
public final class Region {
  private Region() {}

  /** Whether the wider region holds the other one: CN-4302 covers CN-430203, the empty one covers all. */
  public static boolean covers(String wider, String region) {
    return wider.isEmpty()
        || region.equals(wider)
        || region.startsWith(wider)
            && (region.charAt(wider.length()) == '-' || Character.isDigit(wider.charAt(wider.length() - 1)));
  }

  /** Of those regions the nearest one that covers it. */
  public static Optional<String> nearest(Collection<String> regions, String region) {
    return regions.stream().filter(wider -> covers(wider, region)).max(Comparator.comparingInt(String::length));
  }
}
