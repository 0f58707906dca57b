package org.dudao.campaign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What befalls bytes of any kind: cut short, flipped, doubled, lost, put in, swapped, in another encoding. */
final class BytesMutant {
  /** Bytes that are no UTF-8, or that mean something to some reader. */
  private static final List<byte[]> PIECES =
      List.of(
          bytes(0), bytes(0x1F, 0x8B), bytes(0xFF), bytes(0xC0, 0x80), bytes(0xED, 0xA0, 0x80),
          bytes(0xF4, 0x90, 0x80, 0x80),
          bytes(0xE4, 0xBD), bytes(0xEF, 0xBB, 0xBF), bytes(0xFE, 0xFF), bytes(0xFF, 0xFE), bytes('\r'), bytes('\n'),
          bytes(0xE2, 0x80, 0xA8), bytes(0xC2, 0x85), bytes(0x1A), bytes('"'), bytes('\\'));

  private BytesMutant() {}

  static byte[] of(byte[] sound, Random random) {
    if (sound.length == 0) {
      return OddValues.one(PIECES, random);
    }
    int from = random.nextInt(sound.length);
    int to = Math.min(sound.length, from + 1 + random.nextInt(20));
    byte[] part = Arrays.copyOfRange(sound, from, to);
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(sound, Math.max(1, from));
      case 1 -> joined(sound, from, OddValues.one(PIECES, random), from);
      case 2 -> joined(sound, from, OddValues.one(PIECES, random), to);
      case 3 -> joined(sound, from, new byte[0], to);
      case 4 -> joined(sound, to, part, to);
      case 5 -> joined(sound, random.nextInt(sound.length), part, 0);
      case 6 -> random.nextInt(4) > 0 ? flipped(sound, from, random) : encoded(sound, random);
      default -> flipped(sound, from, random);
    };
  }

  private static byte[] flipped(byte[] sound, int at, Random random) {
    byte[] other = sound.clone();
    other[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return other;
  }

  private static byte[] encoded(byte[] sound, Random random) {
    String text = new String(sound, StandardCharsets.UTF_8);
    return text.getBytes(
        OddValues.one(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1), random));
  }

  /** The bytes up to one place, the piece, and the bytes from the other place on; from 0 stands for the first place. */
  private static byte[] joined(byte[] sound, int upTo, byte[] piece, int from) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(sound, 0, upTo);
    all.writeBytes(piece);
    int rest = from == 0 ? upTo : from;
    all.write(sound, rest, sound.length - rest);
    return all.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
