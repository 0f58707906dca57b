package org.dudao.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Gzip files for tests, with all that a header can hold, and what can befall them. */
public final class GzipFiles {
  private GzipFiles() {}

  /** What befell a file. */
  public record Mutant(String what, byte[] bytes) {
    @Override
    public String toString() {
      return what;
    }
  }

  /** A member with a plain header. */
  public static byte[] member(String text) {
    return member(new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3, 4, 0, 3}, text);
  }

  /** A member whose header has an extra field, a name, a comment and a checksum of its own. */
  public static byte[] memberWithAll(String text) {
    byte[] header =
        joined(
            new byte[] {0x1F, (byte) 0x8B, 8, 0x1F, 0, 0, 0, 0, 2, 0, 5, 0, 'd', 'd', 1, 0, 0},
            "facts.jsonl\0of a county\0".getBytes(StandardCharsets.ISO_8859_1));
    CRC32 checksum = new CRC32();
    checksum.update(header);
    return member(joined(header, littleEndian(checksum.getValue(), 2)), text);
  }

  private static byte[] member(byte[] header, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] data = new byte[bytes.length + 64];
    int length = deflater.deflate(data);
    deflater.end();
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return joined(
        header, ByteBuffer.allocate(length).put(data, 0, length).array(), littleEndian(checksum.getValue(), 4),
        littleEndian(bytes.length, 4));
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Each file that differs in one bit. */
  public static List<Mutant> flipped(byte[] file) {
    List<Mutant> mutants = new ArrayList<>();
    for (int bit = 0; bit < file.length * Byte.SIZE; bit++) {
      byte[] other = file.clone();
      other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      mutants.add(new Mutant("bit " + bit % Byte.SIZE + " of byte " + bit / Byte.SIZE, other));
    }
    return mutants;
  }

  /** Each file that ends before its end. */
  public static List<Mutant> cut(byte[] file) {
    List<Mutant> mutants = new ArrayList<>();
    for (int length = 1; length < file.length; length++) {
      byte[] start = ByteBuffer.allocate(length).put(file, 0, length).array();
      mutants.add(new Mutant("the first " + length + " bytes", start));
    }
    return mutants;
  }

  /** What is no member, and may come to stand before or behind one: text, zeros, noise, a half of a header. */
  public static List<Mutant> strange() {
    byte[] noise = new byte[100];
    new Random(15).nextBytes(noise);
    noise[0] = 'n';
    return List.of(
        new Mutant("text", "{\"bureau\": {}}\n".getBytes(StandardCharsets.UTF_8)),
        new Mutant("a line feed", new byte[] {'\n'}), new Mutant("noise", noise), new Mutant("a zero", new byte[1]),
        new Mutant("a page of zeros", new byte[4096]), new Mutant("many zeros", new byte[200_000]),
        new Mutant("half a magic", new byte[] {0x1F}),
        new Mutant("a magic and nothing", new byte[] {0x1F, (byte) 0x8B, 'x', 'x'}));
  }

  private static byte[] littleEndian(long value, int bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
    return ByteBuffer.allocate(bytes).put(buffer.array(), 0, bytes).array();
  }
}
