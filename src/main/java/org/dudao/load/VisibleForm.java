package org.dudao.load;

import java.text.Normalizer;

/** What a person sees of an id: ids that look alike have the same form, whatever signs they are made of. */
final class VisibleForm {
  private static final int PRINTABLE = 0x21;
  private static final int LAST_OF_ASCII = 0x7E;
  private static final int IDEOGRAPH = 0x4E00;
  private static final int LAST_IDEOGRAPH = 0x9FFF;
  private static final int BRAILLE_BLANK = 0x2800;
  /** First and last signs of the ranges that Unicode lets a screen ignore, without those of the category of format. */
  private static final int[] IGNORABLE = {
    0x34F, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2065, 0x2065, 0x3164, 0x3164, 0xFE00, 0xFE0F,
    0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0xE0000, 0xE0FFF
  };

  private VisibleForm() {}

  /** The id in Unicode's form NFKC, without blanks and invisible signs; letters keep their case. */
  static String of(String id) {
    return isPlain(id) ? id : compatible(withoutInvisible(compatible(id)));
  }

  /** Whether all signs are such as nearly all ids are made of, and which stand for themselves. */
  private static boolean isPlain(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean isPlain = c >= PRINTABLE && c <= LAST_OF_ASCII || c >= IDEOGRAPH && c <= LAST_IDEOGRAPH;
      if (!isPlain) {
        return false;
      }
    }
    return true;
  }

  private static String compatible(String id) {
    return Normalizer.normalize(id, Normalizer.Form.NFKC);
  }

  private static String withoutInvisible(String id) {
    StringBuilder visible = new StringBuilder();
    id.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isInvisible(int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
        || c == BRAILLE_BLANK) {
      return true;
    }
    for (int i = 0; i < IGNORABLE.length; i += 2) {
      if (c >= IGNORABLE[i] && c <= IGNORABLE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** The id in quotes, with signs that nobody sees, or sees as others, told by their numbers. */
  static String told(String id) {
    StringBuilder told = new StringBuilder("\"");
    id.codePoints().forEach(c -> {
      boolean isSeen = c == ' ' || !isInvisible(c) && of(Character.toString(c)).equals(Character.toString(c));
      if (isSeen) {
        told.appendCodePoint(c);
      } else {
        told.append("<U+%04X>".formatted(c));
      }
    });
    return told.append('"').toString();
  }
}
