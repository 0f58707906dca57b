package org.dudao.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where something holds: codes of regions, of which a wider one covers all that begin with it. */
public final class Region {
  private static final String MASK = "CN-X-";
  /** In China two, four or six digits of GB/T 2260, or an X for a place that is masked. */
  private static final Pattern CODE =
      Pattern.compile("CN(-\\d{2}(\\d{2}){0,2}|-X(-[A-Z0-9]++)++)?|(?!CN)[A-Z]{2}(-[A-Z0-9]++)*+");
  private static final int LONGEST = 40;

  private Region() {}

  /** Whether it is written as codes of regions are; no word on whether there is such a region. */
  public static boolean isCode(String text) {
    return text.length() <= LONGEST && CODE.matcher(text).matches();
  }

  /** Whether the code stands for a place that is not to be told. */
  public static boolean isMasked(String region) {
    return region.startsWith(MASK);
  }

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
