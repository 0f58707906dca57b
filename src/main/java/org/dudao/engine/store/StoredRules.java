package org.dudao.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.dudao.engine.drools.CompiledRules;
import org.dudao.load.RuleFiles;

/**
 * The shipped rules as the build has read and linked them, in one file, so that no start reads hundreds of tables. The file
 * begins with the stamp of what was read: where it is not that of the files now there, what is stored is as good as none.
 */
public final class StoredRules {
  private static final String RESOURCE = "/" + CompiledRules.FOLDER + "/rules";

  private StoredRules() {}

  /** The name of the file below the classes of the program. */
  static String fileName() {
    return RESOURCE.substring(1);
  }

  /** What the build stored of the files that are there now, or null. */
  public static LinkedRules find() {
    byte[] stored = stored();
    return stored == null ? null : read(stored, RuleFiles.stamp());
  }

  /** What was stored of files with that stamp, or null. */
  static LinkedRules read(byte[] stored, List<String> stamp) {
    StoreReader reader = new StoreReader(ByteBuffer.wrap(stored));
    return reader.stamp().equals(stamp) ? reader.linkedRules() : null;
  }

  private static byte[] stored() {
    try (InputStream in = StoredRules.class.getResourceAsStream(RESOURCE)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
