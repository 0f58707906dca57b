package org.dudao.fact;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody probably meant when he wrote another. */
public final class NearestName {
  /** Nobody mistypes a longer name, and to compare such takes long. */
  private static final int LONGEST = 100;

  private NearestName() {}

  /** The known name closest to what was written, when it is close: a third of its letters at most differ. */
  public static Optional<String> to(String written, Collection<String> known) {
    String plain = plain(written);
    String nearest = null;
    int least = LONGEST;
    for (String name : known) {
      int most = Math.min(least, Math.max(1, Math.min(written.length(), name.length()) / 3));
      int distance = distance(plain, plain(name), most);
      if (distance < least || distance == least && nearest != null && name.compareTo(nearest) < 0) {
        nearest = name;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Whether the one is the other with one slip of the pen: a letter too many, one too few, another one, or two swapped. */
  public static boolean isSlip(String written, String known) {
    return distance(plain(written), plain(known), 1) == 1;
  }

  /**
   * Letters to insert, delete, replace or swap; case, hyphens and underscores do not count.
   *
   * @param most more than these are of no interest, and told as {@link #LONGEST} at once
   */
  private static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most || Math.max(a.length(), b.length()) > LONGEST) {
      return LONGEST;
    }
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    int leastBefore = 0;
    for (int i = 0; i <= a.length(); i++) {
      int least = LONGEST;
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : steps(steps, i, j, a, b);
        least = Math.min(least, steps[i][j]);
      }
      // Two letters that were swapped look back two rows.
      if (Math.min(least, leastBefore) > most) {
        return LONGEST;
      }
      leastBefore = least;
    }
    int distance = steps[a.length()][b.length()];
    return distance > most ? LONGEST : distance;
  }

  private static int steps(int[][] steps, int i, int j, String a, String b) {
    int replace = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replace, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean areSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return areSwapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }

  private static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      if ("-_ ".indexOf(lower.charAt(i)) < 0) {
        plain.append(lower.charAt(i));
      }
    }
    return plain.toString();
  }
}
