package org.dudao.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.dudao.report.Judged;

/** The name under which a finding is recognised in another report: of whom and by what, never where. */
final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  static String of(Judged subject, String standard) {
    String text = String.join("\n", subject.bureau(), subject.kind(), subject.id(), standard);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
