package org.dudao.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.fact.Argument;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever befalls a gzip file: its text is the same, or it is told what is wrong and where. */
class GzipStreamTest {
  private static final int BLOCK = 1 << 16;
  private static final String ONE = "first line\nsecond line\n";
  private static final String TWO = "third line, third line, third line\nfourth line\n";
  private static final byte[] FIRST = GzipFiles.member(ONE);
  private static final byte[] SECOND = GzipFiles.memberWithAll(TWO);
  private static final byte[] THIRD = GzipFiles.member("fifth line\n");
  private static final byte[] FILE = GzipFiles.joined(FIRST, SECOND, THIRD);
  private static final String ALL = ONE + TWO + "fifth line\n";

  /** @param problem null when there is none */
  private record Read(String text, Problem problem) {}

  private static Read read(InputStream bytes) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (GzipStream in = new GzipStream(bytes)) {
      try {
        in.transferTo(text);
        return new Read(text.toString(StandardCharsets.UTF_8), null);
      } catch (GzipDamage damage) {
        return new Read(text.toString(StandardCharsets.UTF_8), damage.problem(Origin.of("f.gz")));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Read read(byte[] bytes) {
    return read(new ByteArrayInputStream(bytes));
  }

  private static String told(Problem problem) {
    List<String> told = new ArrayList<>(List.of(problem.code().text()));
    problem.arguments().forEach(one -> told.add(((Argument.Literal) one).text()));
    return String.join(" ", told);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1 << 16})
  void members_are_read_one_after_the_other_however_their_bytes_come(int atOnce) {
    InputStream slow =
        new ByteArrayInputStream(FILE) {
          @Override
          public synchronized int read(byte[] to, int from, int length) {
            return super.read(to, from, Math.min(length, atOnce));
          }
        };
    assertThat(read(slow)).isEqualTo(new Read(ALL, null));
  }

  /** Time, kind of compression, system and the hint of text mean nothing, and neither do the last bits of the data. */
  @Test
  void a_bit_that_is_another_changes_nothing_or_is_told() {
    int second = FIRST.length;
    int third = FIRST.length + SECOND.length;
    Set<Integer> silent = new TreeSet<>();
    for (GzipFiles.Mutant mutant : GzipFiles.flipped(FILE)) {
      Read read = read(mutant.bytes());
      if (read.problem() == null) {
        assertThat(read.text()).as(mutant.what()).isEqualTo(ALL);
        silent.add(Arrays.mismatch(FILE, mutant.bytes()));
      } else if (read.problem().code() != ProblemCode.ZIP_CUT) {
        // A member whose checksum does not match is not handed out.
        assertThat(List.of("", ONE, ONE + TWO)).as(mutant.what()).contains(read.text());
      }
    }
    List<Integer> meaningless = new ArrayList<>();
    for (int start : new int[] {0, third}) {
      for (int at = 3; at < 10; at++) {
        meaningless.add(start + at);
      }
    }
    for (int end : new int[] {second, third, FILE.length}) {
      meaningless.add(end - 9);
    }
    assertThat(meaningless).containsAll(silent);
    assertThat(silent).contains(4, third + 9);
  }

  @Test
  void a_file_that_ends_within_a_member_is_told_where_it_ends() {
    for (GzipFiles.Mutant mutant : GzipFiles.cut(FILE)) {
      Read read = read(mutant.bytes());
      int length = mutant.bytes().length;
      assertThat(ALL).as(mutant.what()).startsWith(read.text());
      if (length == FIRST.length || length == FIRST.length + SECOND.length) {
        assertThat(read.problem()).as(mutant.what()).isNull();
      } else {
        int member = length < FIRST.length ? 1 : length < FIRST.length + SECOND.length ? 2 : 3;
        assertThat(told(read.problem())).as(mutant.what()).isEqualTo("zip-cut " + member + " " + length);
      }
    }
  }

  @Test
  void what_stands_between_members_is_told_and_nothing_behind_it_is_read() {
    for (GzipFiles.Mutant strange : GzipFiles.strange()) {
      Read read = read(GzipFiles.joined(FIRST, strange.bytes(), SECOND));
      assertThat(read.text()).as(strange.what()).isEqualTo(ONE);
      // A whole magic is right, and what comes behind it is not.
      int at = FIRST.length + (strange.what().startsWith("a magic") ? 2 : 0);
      assertThat(told(read.problem())).as(strange.what()).matches(".*-\\w+ [12] (" + at + "|" + (at + 1) + ").*");
      assertThat(read.problem().code().isNote()).as(strange.what()).isFalse();
      Read first = read(GzipFiles.joined(new byte[] {0x1F, (byte) 0x8B}, strange.bytes(), FIRST));
      assertThat(first.text()).as(strange.what()).isEmpty();
      assertThat(first.problem().code()).as(strange.what()).isEqualTo(ProblemCode.ZIP_HEADER);
    }
  }

  @Test
  void what_stands_behind_the_last_member_is_told() {
    for (GzipFiles.Mutant strange : GzipFiles.strange()) {
      Read read = read(GzipFiles.joined(FILE, strange.bytes()));
      assertThat(read.text()).as(strange.what()).isEqualTo(ALL);
      assertThat(read.problem()).as(strange.what()).isNotNull();
      assertThat(read.problem().code().isNote()).as(strange.what()).isEqualTo(strange.what().contains("zero"));
    }
  }

  @Test
  void the_place_of_each_damage_is_that_in_the_compressed_file() {
    int second = FIRST.length;
    assertThat(told(read(GzipFiles.joined(FIRST, new byte[4096], SECOND)).problem()))
        .isEqualTo("zip-zeros 1 " + second + " 4096");
    assertThat(told(read(GzipFiles.joined(FIRST, new byte[4096])).problem()))
        .isEqualTo("zip-padded 1 " + second + " 4096");
    assertThat(told(read(GzipFiles.joined(FIRST, ALL.getBytes(StandardCharsets.UTF_8))).problem()))
        .isEqualTo("zip-after 1 " + second);
    assertThat(told(read(changed(second, 0x1E)).problem())).isEqualTo("zip-header 2 " + second);
    assertThat(told(read(changed(second + 1, 0x8A)).problem())).isEqualTo("zip-header 2 " + second);
    assertThat(told(read(changed(second + 2, 9)).problem())).isEqualTo("zip-header 2 " + (second + 2));
    assertThat(told(read(changed(second + 3, 0x3F)).problem())).isEqualTo("zip-header 2 " + (second + 3));
    assertThat(told(read(changed(second + 20, 'F')).problem())).startsWith("zip-header 2 ");
    int trailer = second + SECOND.length - 8;
    assertThat(told(read(changed(trailer, FILE[trailer] ^ 1)).problem()))
        .isEqualTo("zip-checksum 2 " + trailer + " " + second);
    assertThat(told(read(changed(trailer + 4, FILE[trailer + 4] ^ 1)).problem()))
        .isEqualTo("zip-checksum 2 " + trailer + " " + second);
    // The kind of block that there is not.
    int data = FILE.length - THIRD.length + 10;
    assertThat(told(read(changed(data, 7)).problem()))
        .isEqualTo("zip-damaged 3 " + (data + 1) + " " + (data - 10));
  }

  private static byte[] changed(int at, int value) {
    byte[] other = FILE.clone();
    other[at] = (byte) value;
    return other;
  }

  /** What does not fit into memory is handed out before its checksum is known, and the checksum still counts. */
  @Test
  void a_long_member_is_read_in_parts() {
    StringBuilder text = new StringBuilder();
    Random random = new Random(15);
    while (text.length() < (8 << 20) + 3 * BLOCK) {
      text.append(random.nextLong()).append('\n');
    }
    byte[] file = GzipFiles.joined(GzipFiles.member(text.toString()), SECOND);
    assertThat(read(file)).isEqualTo(new Read(text + TWO, null));
    int trailer = file.length - SECOND.length - 8;
    file[trailer] ^= 1;
    Read read = read(file);
    assertThat(text.toString()).startsWith(read.text());
    assertThat(read.text()).hasSizeGreaterThan(8 << 19);
    assertThat(told(read.problem())).isEqualTo("zip-checksum 1 " + trailer + " 0");
  }

  /** A reader that asks again after damage does not learn that all is well. */
  @Test
  void damage_stays() throws IOException {
    try (GzipStream in = new GzipStream(new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B}))) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(in::read).isInstanceOf(GzipDamage.class);
      }
    }
  }
}
