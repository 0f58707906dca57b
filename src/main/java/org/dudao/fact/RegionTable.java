package org.dudao.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The codes that provinces, prefectures and counties of China bear, or bore since 1981 (GB/T 2260, as the Ministry of Civil
 * Affairs publishes them each year), and by which codes others came in their place.
 */
public final class RegionTable {
  private static final String CHINA = "CN";
  private static final String COUNTRY = CHINA + "-";
  /** The digits of a county. */
  private static final int DIGITS = 6;

  /** One line for each code, in their order: code, name, the year in which it ended, the codes that came after it. */
  private static final String TABLE = read();

  /**
   * A division of China.
   *
   * @param code such as CN-430200
   * @param until the year in which the code ended; 0 while it is borne
   * @param now the codes that those who lived there live under now; empty while it is borne, or where nobody knows
   */
  public record Division(String code, String name, int until, List<String> now) {
    @Override
    public String toString() {
      return code + " " + name;
    }
  }

  private RegionTable() {}

  /** Whether the table tells of regions of that country at all. */
  public static boolean isOfCountry(String region) {
    return region.equals(CHINA) || region.startsWith(COUNTRY);
  }

  /** The division of that code, with or without its last zeros; empty where there is none. */
  public static Optional<Division> find(String region) {
    if (!region.startsWith(COUNTRY) || region.equals(COUNTRY)) {
      return Optional.empty();
    }
    int at = TABLE.indexOf("\n" + digits(region) + ",");
    return at < 0 ? Optional.empty() : Optional.of(division(TABLE.substring(at + 1, TABLE.indexOf('\n', at + 1))));
  }

  /**
   * The code that is borne and was probably meant: one slip away, of the same prefecture or province where there is one.
   *
   * @param region of China, in two, four or six digits
   */
  public static Optional<Division> nearest(String region) {
    String written = digits(region);
    Division nearest = null;
    for (int at = TABLE.indexOf('\n') + 1; at < TABLE.length(); at = TABLE.indexOf('\n', at) + 1) {
      if (isSlip(written, at)) {
        Division one = division(TABLE.substring(at, TABLE.indexOf('\n', at)));
        boolean isNearer = nearest == null || alike(one.code(), region) > alike(nearest.code(), region);
        nearest = one.until() == 0 && isNearer ? one : nearest;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Whether another digit, or two that changed places, make it the code that stands there: it is asked of every code. */
  private static boolean isSlip(String written, int at) {
    int others = 0;
    int first = 0;
    for (int i = 0; i < DIGITS; i++) {
      if (written.charAt(i) != TABLE.charAt(at + i)) {
        first = others == 0 ? i : first;
        others++;
      }
    }
    return others == 1
        || others == 2 && first + 1 < DIGITS && written.charAt(first) == TABLE.charAt(at + first + 1)
            && written.charAt(first + 1) == TABLE.charAt(at + first);
  }

  /** Those of the code, with the zeros that mean all of a wider one. */
  private static String digits(String region) {
    String code = region.substring(COUNTRY.length());
    return code + "0".repeat(Math.max(0, DIGITS - code.length()));
  }

  /** With how many signs both begin. */
  private static int alike(String one, String other) {
    int alike = 0;
    while (alike < Math.min(one.length(), other.length()) && one.charAt(alike) == other.charAt(alike)) {
      alike++;
    }
    return alike;
  }

  /** The division that holds a region of which the table does not know; empty where that is only the country. */
  public static Optional<Division> around(String region) {
    for (int length = DIGITS - 2; length > 0; length -= 2) {
      if (region.length() >= COUNTRY.length() + length) {
        Optional<Division> wider = find(region.substring(0, COUNTRY.length() + length));
        if (wider.isPresent()) {
          return wider;
        }
      }
    }
    return Optional.empty();
  }

  private static Division division(String line) {
    String[] cells = line.split(",", -1);
    List<String> now = new ArrayList<>();
    for (String code : cells[3].isEmpty() ? new String[0] : cells[3].split(" ")) {
      now.add(COUNTRY + code);
    }
    return new Division(COUNTRY + cells[0], cells[1], cells[2].isEmpty() ? 0 : Integer.parseInt(cells[2]), List.copyOf(now));
  }

  private static String read() {
    try (InputStream table = RegionTable.class.getResourceAsStream("regions.csv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
