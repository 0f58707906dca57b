package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is well-formed, and how long it is, is what the platform's own decoder says. */
class Utf8Test {
  private static final int[] BORDERS = {
    0x00, 0x0A, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
    0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};

  @Test
  void every_sequence_of_up_to_four_bytes_is_judged_as_the_decoder_judges_it() {
    for (int one : BORDERS) {
      for (int two : BORDERS) {
        for (int three : BORDERS) {
          for (int four : BORDERS) {
            byte[] bytes = {(byte) one, (byte) two, (byte) three, (byte) four};
            for (int length = 1; length <= bytes.length; length++) {
              assertThat(Utf8.firstMalformed(bytes, 0, length)).isEqualTo(malformed(bytes, 0, length));
            }
          }
        }
      }
    }
  }

  @Test
  void texts_of_any_length_are_judged_and_counted_wherever_they_begin() {
    Random random = new Random(7);
    String[] parts = {"a", "0123456789", "é", "株", "𠮷", "\n", "\r", "\u2028"};
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(12); part >= 0; part--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      byte[] bytes = ("xyz" + text + "xyz").getBytes(StandardCharsets.UTF_8);
      int to = bytes.length - 3;
      assertThat(Utf8.characters(bytes, 3, to)).isEqualTo(text.codePointCount(0, text.length()));
      assertThat(Utf8.lineEnd(bytes, 3, to)).isEqualTo(lineEnd(bytes, 3, to));
      // No other control characters are among the parts.
      assertThat(Utf8.hasControl(bytes, 3, to)).isEqualTo(lineEnd(bytes, 3, to) < to);
      assertThat(Utf8.firstMalformed(bytes, 3, to)).isEqualTo(-1);
      bytes[3 + random.nextInt(to - 3)] = (byte) random.nextInt(256);
      assertThat(Utf8.firstMalformed(bytes, 3, to)).isEqualTo(malformed(bytes, 3, to));
    }
  }

  @Test
  void a_line_feed_is_found_wherever_it_stands() {
    for (String part : new String[] {"a", "株", "\r"}) {
      for (int before = 0; before < 600; before++) {
        byte[] bytes = ("\n" + part.repeat(before) + "\n" + part).getBytes(StandardCharsets.UTF_8);
        int at = 1 + before * part.getBytes(StandardCharsets.UTF_8).length;
        assertThat(Utf8.lineFeed(bytes, 1, bytes.length)).isEqualTo(at);
        assertThat(Utf8.lineFeed(bytes, 1, at)).as("none").isEqualTo(at);
      }
    }
  }

  private static int malformed(byte[] bytes, int from, int to) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from + 1);
    return decoder.decode(in, out, true).isError() ? in.position() : -1;
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }
}
