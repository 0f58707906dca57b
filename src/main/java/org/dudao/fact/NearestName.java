package org.dudao.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody probably meant when he wrote another. */
public final class NearestName {
  private NearestName() {}

  /** The known name closest to what was written, when it is close: a third of its letters at most differ. */
  public static Optional<String> to(String written, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(written, name) <= Math.max(1, Math.min(written.length(), name.length()) / 3))
        .min(Comparator.comparingInt((String name) -> distance(written, name)).thenComparing(name -> name));
  }

  /** Whether the one is the other with one slip of the pen: a letter too many, one too few, another one, or two swapped. */
  public static boolean isSlip(String written, String known) {
    return distance(written, known) == 1;
  }

  /** Letters to insert, delete, replace or swap; case, hyphens and underscores do not count. */
  private static int distance(String first, String second) {
    String a = plain(first);
    String b = plain(second);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int replace = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        steps[i][j] = Math.min(replace, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[a.length()][b.length()];
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
