package org.dudao.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.dudao.fact.ProblemCode;

/**
 * The text that is compressed in a gzip file of one or more members (RFC 1952). Whatever is not as the format has it is
 * a {@link GzipDamage}: the file never just ends at it.
 *
 * <p>A member of up to {@value #HELD} bytes of text is handed out when its checksum is known to match, so that nobody
 * is judged by what a damaged member says; the text of a longer one before that, and one that breaks off as far as it
 * goes. Zeros behind the last member, as tapes have them, are passed over with a note, which comes as damage does, at
 * the end: what a disk lost looks the same.
 */
final class GzipStream extends InputStream {
  private static final int BLOCK = 1 << 16;
  private static final int HELD = 8 << 20;

  private static final int FIRST = 0x1F;
  private static final int SECOND = 0x8B;
  /** The least byte that begins a character of several bytes in UTF-8. */
  private static final int LONGER = 0xC0;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xE0;
  /** The bytes of a header between its flags and what the flags announce: time, kind of compression, system. */
  private static final int MEANINGLESS = 6;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 headerChecksum = new CRC32();
  private final CRC32 checksum = new CRC32();

  /** Compressed bytes, as many as were read at once; the next one to look at; how many of the file end with them. */
  private final byte[] block = new byte[BLOCK];
  private int at;
  private int limit;
  private long position;

  /** Text that is held until it may be handed out. */
  private byte[] text = new byte[BLOCK];
  private int from;
  private int to;

  private int member;
  private long memberStart;
  private boolean inMember;
  /** Whether text of the member was handed out before its checksum was known. */
  private boolean isLong;
  private boolean isAtEnd;
  private GzipDamage damage;

  GzipStream(InputStream in) {
    this.in = in;
  }

  /**
   * Whether what begins with these bytes is gzip, be it that some of them are damaged: JSON does not begin with the
   * first, in UTF-8 the second follows only on a byte that begins a longer character, and the third is no sign that
   * JSON can hold; behind one that begins JSON it is left to who reads that.
   *
   * @param first -1 where there is none, as the others
   */
  static boolean begins(int first, int second, int third) {
    return first == FIRST
        || second == SECOND && first < LONGER
        || third == DEFLATE && (first < '\t' || first > '\u007F');
  }

  @Override
  public int read() throws IOException {
    return hasText() ? text[from++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasText()) {
      return -1;
    }
    int count = Math.min(length, to - from);
    System.arraycopy(text, from, into, offset, count);
    from += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  /** Whether there is text that may be handed out. Damage is told each time that what is behind it is asked for. */
  private boolean hasText() throws IOException {
    while (from == to) {
      if (damage != null) {
        throw damage;
      }
      if (isAtEnd) {
        return false;
      }
      from = 0;
      to = 0;
      try {
        advance();
      } catch (GzipDamage e) {
        damage = e;
      }
    }
    return true;
  }

  private void advance() throws IOException {
    if (inMember) {
      inflate();
    } else if (nextMember()) {
      header();
      inflater.reset();
      checksum.reset();
      inMember = true;
      isLong = false;
    } else {
      isAtEnd = true;
    }
  }

  // ---- between members ----

  /** Whether another member follows. */
  private boolean nextMember() throws IOException {
    long end = offset();
    if (member == 0) {
      member = 1;
      memberStart = end;
      return true;
    }
    long zeros = 0;
    while (hasByte() && block[at] == 0) {
      at++;
      zeros++;
    }
    if (hasByte()) {
      if (zeros > 0) {
        throw new GzipDamage(ProblemCode.ZIP_ZEROS, member, end, zeros);
      }
      member++;
      memberStart = end;
      return true;
    }
    if (zeros > 0) {
      throw new GzipDamage(ProblemCode.ZIP_PADDED, member, end, zeros);
    }
    return false;
  }

  private void header() throws IOException {
    headerChecksum.reset();
    int first = headerByte();
    int second = first == FIRST || hasByte() ? headerByte() : 0;
    if (member > 1 && first != FIRST && second != SECOND) {
      throw new GzipDamage(ProblemCode.ZIP_AFTER, member - 1, memberStart);
    }
    if (first != FIRST || second != SECOND) {
      throw header(memberStart);
    }
    if (headerByte() != DEFLATE) {
      throw header(offset() - 1);
    }
    int flags = headerByte();
    if ((flags & RESERVED) != 0) {
      throw header(offset() - 1);
    }
    skip(MEANINGLESS);
    if ((flags & EXTRA) != 0) {
      skip(headerByte() | headerByte() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      long start = offset();
      int computed = (int) headerChecksum.getValue() & 0xFFFF;
      if ((headerByte() | headerByte() << 8) != computed) {
        throw header(start);
      }
    }
  }

  private GzipDamage header(long offset) {
    return new GzipDamage(ProblemCode.ZIP_HEADER, member, offset);
  }

  private int headerByte() throws IOException {
    int read = nextByte();
    headerChecksum.update(read);
    return read;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      headerByte();
    }
  }

  private void skipText() throws IOException {
    while (headerByte() != 0) {
      // Only the zero after it is of account.
    }
  }

  // ---- within a member ----

  /** Takes in the text of a member, of a long one a part. */
  private void inflate() throws IOException {
    int most = isLong ? BLOCK : HELD;
    long start = offset();
    while (!inflater.finished() && to < most) {
      if (to == text.length) {
        text = Arrays.copyOf(text, Math.min(2 * text.length, most));
      }
      if (inflater.needsInput()) {
        requireByte();
        inflater.setInput(block, at, limit - at);
      }
      start = offset();
      long consumed = inflater.getBytesRead();
      try {
        int count = inflater.inflate(text, to, Math.min(text.length, most) - to);
        checksum.update(text, to, count);
        to += count;
      } catch (DataFormatException e) {
        to = 0;
        throw new GzipDamage(ProblemCode.ZIP_DAMAGED, member, start + inflater.getBytesRead() - consumed, memberStart);
      }
      at = limit - inflater.getRemaining();
    }
    if (inflater.finished()) {
      trailer();
      inMember = false;
    } else {
      isLong = true;
    }
  }

  private void trailer() throws IOException {
    long start = offset();
    long stored = littleEndian();
    long length = littleEndian();
    if (stored != checksum.getValue() || length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      to = 0;
      throw new GzipDamage(ProblemCode.ZIP_CHECKSUM, member, start, memberStart);
    }
  }

  private long littleEndian() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      value |= (long) nextByte() << shift;
    }
    return value;
  }

  // ---- compressed bytes ----

  private int nextByte() throws IOException {
    requireByte();
    return block[at++] & 0xFF;
  }

  private void requireByte() throws IOException {
    if (!hasByte()) {
      throw new GzipDamage(ProblemCode.ZIP_CUT, member, offset());
    }
  }

  private boolean hasByte() throws IOException {
    if (at == limit) {
      at = 0;
      limit = 0;
      limit = Math.max(0, in.read(block));
      position += limit;
    }
    return limit > 0;
  }

  /** Which byte of the compressed file is looked at next. */
  private long offset() {
    return position - (limit - at);
  }
}
