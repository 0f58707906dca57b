package org.dudao.load;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * A file as it was read.
 *
 * @param name as reports cite it
 * @param path below the folder that was read, with slashes; tells the jurisdiction and topic of a rule file
 * @param layer how many layers of rules lie below the one that it is of
 */
public record Source(String name, String path, byte[] bytes, int layer) implements Serializable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A file below whose layer there is none. */
  public Source(String name, String path, byte[] bytes) {
    this(name, path, bytes, 0);
  }

  /** The same file in another layer. */
  Source in(int other) {
    return new Source(name, path, bytes, other);
  }

  /** The text, without byte-order mark. */
  public String utf8() throws CharacterCodingException {
    int start = Utf8.start(bytes, bytes.length);
    if (Utf8.firstMalformed(bytes, start, bytes.length) >= 0) {
      throw new MalformedInputException(1);
    }
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  /** That the text is none in UTF-8, at the first sign that is not. */
  public Problem notUtf8() {
    int start = Utf8.start(bytes, bytes.length);
    return Problem.of(
        ProblemCode.NOT_UTF8, new TextPlaces(name, bytes, start, bytes.length, 0).at(beforeMalformed().length, ""));
  }

  /** The bytes, without byte-order mark, before the first that begins no character. */
  byte[] beforeMalformed() {
    int start = Utf8.start(bytes, bytes.length);
    return Arrays.copyOfRange(bytes, start, Utf8.firstMalformed(bytes, start, bytes.length));
  }

  /** The text of a table as spreadsheet programs save it: in UTF-8, in UTF-16 with its mark, or in GB 18030. */
  String tableText() throws CharacterCodingException {
    if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
      return decoded(StandardCharsets.UTF_16);
    }
    try {
      return utf8();
    } catch (CharacterCodingException e) {
      return decoded(Charset.forName("GB18030"));
    }
  }

  private boolean startsWith(int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  public String sha256() {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** What makes of the bytes of a file the hash by which reports cite it. */
  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last part of the path. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The first part of the path: the folder that names the jurisdiction; empty for a file beside them. */
  public String folder() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private String decoded(Charset charset) throws CharacterCodingException {
    return withoutMark(
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes))
            .toString());
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
