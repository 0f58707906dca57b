package org.dudao.engine.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dudao.report.SubjectReference;

/** The name under which a finding is recognised in another report: of whom and by what, never where. */
public final class Fingerprint {
  private static final int BYTES = 8;

  /** To look one up costs more than to use it. */
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(
          () -> {
            try {
              return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
              throw new IllegalStateException(e);
            }
          });

  private Fingerprint() {}

  /**
   * @param family of the standards that ask for the same number of the subject
   * @param facet what tells findings of one family and subject apart; empty where there is only one
   */
  public static String of(SubjectReference subject, String family, String facet) {
    String text =
        subject.bureau() + "\n" + subject.kind() + "\n" + subject.id() + "\n" + family
            + (facet.isEmpty() ? "" : "\n" + facet);
    byte[] hash = SHA_256.get().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }
}
