package org.dudao.engine.drools;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.engine.judge.Check;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;

/**
 * Rule files that were compiled at an earlier start, one file each, named by the rules and by all that their classes lean on.
 * A file ends with the digest of what is before it: one that is torn, or that another program wrote, is as good as none.
 * That a folder cannot be read or written costs time, and nothing else.
 */
final class CompilationCache {
  private static final String FOLDER_VARIABLE = "DUDAO_CACHE";
  private static final String SHA_256 = "SHA-256";
  private static final int DIGEST_BYTES = 32;

  /** null when nothing is to be kept. */
  private final Path folder;

  CompilationCache(Path folder) {
    this.folder = folder;
  }

  /** The folder that the environment names, or else the usual one of the system; an empty name keeps nothing. */
  static CompilationCache of(Map<String, String> environment) {
    String named = environment.get(FOLDER_VARIABLE);
    if (named != null) {
      return new CompilationCache(named.isEmpty() ? null : Path.of(named));
    }
    return new CompilationCache(
        Stream.of(
                path(environment.get("XDG_CACHE_HOME"), ""),
                path(environment.get("LOCALAPPDATA"), ""),
                path(environment.get("HOME"), ".cache"))
            .filter(path -> path != null)
            .findFirst()
            .map(path -> path.resolve("dudao"))
            .orElse(null));
  }

  private static Path path(String start, String rest) {
    return start == null || start.isEmpty() ? null : Path.of(start).resolve(rest);
  }

  /** What was kept for that rule file, or null. */
  byte[] find(String path, String text) {
    if (folder == null) {
      return null;
    }
    try {
      byte[] kept = Files.readAllBytes(file(path, text));
      int length = Math.max(0, kept.length - DIGEST_BYTES);
      byte[] content = Arrays.copyOf(kept, length);
      return Arrays.equals(digest().digest(content), Arrays.copyOfRange(kept, length, kept.length)) ? content : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Keeps them: written beside and moved into place, so that another process sees all of it or nothing. */
  void keep(String path, String text, byte[] compiled) {
    if (folder == null) {
      return;
    }
    Path beside = null;
    try {
      Files.createDirectories(folder);
      beside = Files.createTempFile(folder, "rules-", ".part");
      byte[] digest = digest().digest(compiled);
      byte[] all = Arrays.copyOf(compiled, compiled.length + digest.length);
      System.arraycopy(digest, 0, all, compiled.length, digest.length);
      Files.write(beside, all);
      move(beside, file(path, text));
    } catch (IOException e) {
      // The next start compiles again.
      delete(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is only a part that nobody reads.
    }
  }

  /** The file of those rules under this version of the engine, the facts and the words that rules say. */
  Path file(String path, String text) {
    MessageDigest digest = digest();
    update(digest, versions());
    for (FactKind kind : FactKind.values()) {
      update(digest, List.of(kind.type().getRecordComponents()).toString());
    }
    update(digest, List.of(Limit.class.getRecordComponents()).toString());
    for (Class<?> words : List.of(Check.class, Check.Assertion.class, Check.Span.class, Check.Recomputation.class, Limit.class)) {
      update(digest, Stream.of(words.getMethods()).map(Method::toString).sorted().toList().toString());
    }
    update(digest, path);
    update(digest, text);
    return folder.resolve("rules-" + HexFormat.of().formatHex(digest.digest()) + ".kjar");
  }

  private static String versions() {
    try (InputStream in = CompilationCache.class.getResourceAsStream("/org/dudao/version.properties")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance(SHA_256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
