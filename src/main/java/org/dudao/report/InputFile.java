package org.dudao.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that took part in a check.
 *
 * @param role what it was read as
 * @param sha256 of its bytes, lower-case hexadecimal
 */
public record InputFile(Role role, String file, String sha256) {
  public enum Role {
    FACTS,
    PREVIOUS,
    RULES,
    LIMITS,
    CODES,
    CALENDAR
  }

  /** One fingerprint of several files: SHA-256 of their sorted hashes, a line each, so it is the same wherever they lie. */
  public static String fingerprint(List<InputFile> inputs) {
    String lines = inputs.stream().map(input -> input.sha256() + "\n").sorted().collect(Collectors.joining());
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
