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
import java.util.HexFormat;

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

  /** The text of a file that a spreadsheet program may have saved in its own Chinese encoding. */
  String utf8OrGb18030() throws CharacterCodingException {
    try {
      return utf8();
    } catch (CharacterCodingException e) {
      return gb18030();
    }
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

  private String gb18030() throws CharacterCodingException {
    return withoutMark(
        Charset.forName("GB18030")
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
