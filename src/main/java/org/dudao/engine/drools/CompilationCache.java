package org.dudao.engine.drools;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dudao.engine.judge.Check;
import org.dudao.fact.FactKind;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * Rule files that were compiled at an earlier start, one file each, named by the rules and by all that their classes lean on.
 * What it holds is run, so it is only taken from a folder and a file that nobody but the user could have written. A file
 * ends with the digest of its name and of what is before it: one that is torn, or that another program wrote, is as good
 * as none. That a folder cannot be read or written costs time, and nothing else.
 */
final class CompilationCache {
  /** Of one file; the largest of the shipped rules takes a fiftieth. */
  static final int MOST_BYTES = 16 << 20;

  private static final String FOLDER_VARIABLE = "DUDAO_CACHE";
  private static final String SHA_256 = "SHA-256";
  private static final int DIGEST_BYTES = 32;

  /** null when nothing is to be kept. */
  private final PrivateFolder folder;
  /** The first reason why it was not used, or null. */
  private Problem note;

  CompilationCache(Path folder) {
    this.folder = folder == null ? null : new PrivateFolder(folder);
  }

  /** The folder that the environment names, or else the usual one of the system; an empty name keeps nothing. */
  static CompilationCache of(Map<String, String> environment) {
    String named = environment.get(FOLDER_VARIABLE);
    if (named != null) {
      return new CompilationCache(named.isEmpty() ? null : path(named).orElse(null));
    }
    return new CompilationCache(
        Stream.of(
                absolute(environment.get("XDG_CACHE_HOME")),
                absolute(environment.get("LOCALAPPDATA")),
                absolute(environment.get("HOME")).map(home -> home.resolve(".cache")))
            .flatMap(Optional::stream)
            .findFirst()
            .map(path -> path.resolve("dudao"))
            .orElse(null));
  }

  /** Relative ones are ignored, as the XDG base directory specification has it: they would lie wherever one works. */
  private static Optional<Path> absolute(String name) {
    return Optional.ofNullable(name).flatMap(CompilationCache::path).filter(Path::isAbsolute);
  }

  /** Empty for what the system cannot write as the name of a file. */
  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The folder, whether or not it may be used; empty when nothing is to be kept. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder).map(PrivateFolder::path);
  }

  /** Why it was not used, where that is worth telling. */
  synchronized Optional<Problem> note() {
    return Optional.ofNullable(note);
  }

  /** What was kept for that rule file, or null. */
  byte[] find(String path, String text) {
    if (folder == null || !folder.exists()) {
      return null;
    }
    String name = name(path, text);
    try {
      if (!folder.isPrivate()) {
        noteFolder();
        return null;
      }
      byte[] kept = folder.read(name, MOST_BYTES);
      int length = Math.max(0, kept.length - DIGEST_BYTES);
      byte[] content = Arrays.copyOf(kept, length);
      if (Arrays.equals(digest(name, content), Arrays.copyOfRange(kept, length, kept.length))) {
        return content;
      }
    } catch (FileNotFoundException e) {
      return null;
    } catch (IOException e) {
      // As one that is damaged.
    }
    reject(path, text);
    return null;
  }

  /** Notes that what is there for that rule file is of no use. */
  void reject(String path, String text) {
    note(ProblemCode.CACHE_FILE, folder.path().resolve(name(path, text)));
  }

  /** Keeps what was compiled. */
  void keep(String path, String text, byte[] compiled) {
    if (folder == null || compiled.length > MOST_BYTES - DIGEST_BYTES) {
      return;
    }
    String name = name(path, text);
    try {
      folder.create();
      if (!folder.isPrivate()) {
        noteFolder();
        return;
      }
      byte[] all = Arrays.copyOf(compiled, compiled.length + DIGEST_BYTES);
      System.arraycopy(digest(name, compiled), 0, all, compiled.length, DIGEST_BYTES);
      folder.write(name, all);
    } catch (IOException e) {
      // The next start compiles again.
      return;
    }
  }

  private void noteFolder() {
    note(ProblemCode.CACHE_FOLDER, folder.path());
  }

  private synchronized void note(ProblemCode code, Path at) {
    if (note == null) {
      note = Problem.of(code, Origin.of(at.toString()), at);
    }
  }

  private static byte[] digest(String name, byte[] content) {
    MessageDigest digest = digest();
    update(digest, name);
    return digest.digest(content);
  }

  /** The name of the file of those rules under this version of the engine, the facts and the words that rules say. */
  static String name(String path, String text) {
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
    return "rules-" + HexFormat.of().formatHex(digest.digest()) + ".kjar";
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
