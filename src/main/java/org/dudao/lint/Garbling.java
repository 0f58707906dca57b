package org.dudao.lint;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether a text was read in another encoding than it was written in, by some program before. */
final class Garbling {
  private static final int HAN_AT_LEAST = 2;
  private static final char UNREADABLE = '\uFFFD';
  private static final List<Charset> MISTAKEN =
      List.of(Charset.forName("GB18030"), Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

  private Garbling() {}

  static boolean isGarbled(String text) {
    return text.contains("??") || text.indexOf(UNREADABLE) >= 0
        || MISTAKEN.stream().anyMatch(charset -> isReadAs(charset, text));
  }

  /** Taken back, its bytes are Chinese text: seldom by chance, for bytes of other encodings are no UTF-8. */
  private static boolean isReadAs(Charset charset, String text) {
    if (text.chars().allMatch(letter -> letter < 0x80)) {
      return false;
    }
    String meant = new String(text.getBytes(charset), StandardCharsets.UTF_8);
    long unreadable = meant.chars().filter(letter -> letter == UNREADABLE).count();
    long han = han(meant);
    return han >= HAN_AT_LEAST && han > unreadable;
  }

  /** How many Chinese characters it has. */
  static long han(String text) {
    return text.codePoints().filter(Character::isIdeographic).count();
  }
}
