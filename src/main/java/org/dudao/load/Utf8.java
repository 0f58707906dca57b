package org.dudao.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Text in UTF-8 as it lies in memory: whether it is well-formed, and how many characters it has. */
final class Utf8 {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long LINE_FEEDS = '\n' * LOW_BITS;
  private static final long BLANKS = ' ' * LOW_BITS;
  private static final long CARRIAGE_RETURNS = '\r' * LOW_BITS;

  /** How many longs are looked at together: most text is plain, and the processor does several at a time. */
  private static final int FOUR = 4;
  private static final int STRETCH = 1 << 8;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Utf8() {}

  /** Where the text of that many bytes begins: after a byte-order mark, which is no part of it. */
  static int start(byte[] bytes, int length) {
    int end = BYTE_ORDER_MARK.length;
    return length >= end && Arrays.equals(bytes, 0, end, BYTE_ORDER_MARK, 0, end) ? end : 0;
  }

  /** Whether nothing stands there but what JSON lets stand between documents. */
  static boolean isBlank(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r' && bytes[at] != '\n') {
        return false;
      }
    }
    return true;
  }

  /** The index of the first byte that begins no character, by table 3-7 of the Unicode standard; -1 when there is none. */
  static int firstMalformed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (at + Long.BYTES <= to && (eight(bytes, at) & HIGH_BITS) == 0) {
        at += Long.BYTES;
      } else {
        int length = length(bytes, at, to);
        if (length == 0) {
          return at;
        }
        at += length;
      }
    }
    return -1;
  }

  /** How many bytes the character takes that begins there; 0 when none does. */
  private static int length(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 0 || at + length > to) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if (!continues(bytes[at + i])) {
        return 0;
      }
    }
    return length;
  }

  /** Whether the byte continues a character that another one began. */
  private static boolean continues(byte one) {
    return (one & 0xC0) == 0x80;
  }

  /** How many characters begin there, of a well-formed text. */
  static int characters(byte[] bytes, int from, int to) {
    int continuing = 0;
    int at = from;
    for (; at + FOUR * Long.BYTES <= to; at += FOUR * Long.BYTES) {
      continuing +=
          continuing(eight(bytes, at)) + continuing(eight(bytes, at + Long.BYTES))
              + continuing(eight(bytes, at + 2 * Long.BYTES)) + continuing(eight(bytes, at + 3 * Long.BYTES));
    }
    for (; at < to; at++) {
      continuing += continues(bytes[at]) ? 1 : 0;
    }
    return to - from - continuing;
  }

  /** How many of the eight bytes continue a character. */
  private static int continuing(long eight) {
    return Long.bitCount(eight & ~(eight << 1) & HIGH_BITS);
  }

  /** Whether a control character, such as ends a line, is among them. */
  static boolean hasControl(byte[] bytes, int from, int to) {
    long found = 0;
    int at = from;
    for (; at + FOUR * Long.BYTES <= to; at += FOUR * Long.BYTES) {
      found |=
          controls(eight(bytes, at)) | controls(eight(bytes, at + Long.BYTES))
              | controls(eight(bytes, at + 2 * Long.BYTES)) | controls(eight(bytes, at + 3 * Long.BYTES));
    }
    for (; at < to; at++) {
      found |= bytes[at] >= 0 && bytes[at] < ' ' ? HIGH_BITS : 0;
    }
    return (found & HIGH_BITS) != 0;
  }

  private static long eight(byte[] bytes, int at) {
    return (long) EIGHT.get(bytes, at);
  }

  /** Has a high bit when one of the eight bytes is less than a blank: it borrows from it. */
  private static long controls(long eight) {
    return eight - BLANKS & ~eight;
  }

  /** The index of the first line feed; {@code to} when there is none. */
  static int lineFeed(byte[] bytes, int from, int to) {
    for (int start = from; start < to; start += STRETCH) {
      int end = Math.min(start + STRETCH, to);
      for (int at = hasControl(bytes, start, end) ? start : end; at < end; at++) {
        if (bytes[at] == '\n') {
          return at;
        }
      }
    }
    return to;
  }

  /** The index of the first line feed or carriage return; {@code to} when there is none. */
  static int lineEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at + Long.BYTES <= to && !hasLineEnd(eight(bytes, at))) {
      at += Long.BYTES;
    }
    while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  private static boolean hasLineEnd(long eight) {
    return (zeroes(eight ^ LINE_FEEDS) | zeroes(eight ^ CARRIAGE_RETURNS)) != 0;
  }

  /** Not zero when one of the eight bytes is. */
  private static long zeroes(long eight) {
    return eight - LOW_BITS & ~eight & HIGH_BITS;
  }
}
