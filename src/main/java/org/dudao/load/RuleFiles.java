package org.dudao.load;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/**
 * The files of a rules folder: rules, limits, forms, codes and calendars, by their path in it; they can travel to other
 * machines.
 */
public final class RuleFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SHIPPED = "rules";
  private static final String CALENDARS = "calendars/";

  private final TreeMap<String, Source> files = new TreeMap<>();

  private RuleFiles() {}

  /** The rules that travel with the program. */
  public static RuleFiles shipped() {
    RuleFiles rules = new RuleFiles();
    Path home = home();
    try {
      if (Files.isDirectory(home)) {
        rules.addAll(home.resolve(SHIPPED), SHIPPED);
      } else {
        try (ZipFile jar = new ZipFile(home.toFile())) {
          for (ZipEntry entry : shipped(jar)) {
            String path = entry.getName().substring(SHIPPED.length() + 1);
            rules.files.put(path, new Source(entry.getName(), path, jar.getInputStream(entry).readAllBytes()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rules;
  }

  /** What tells, without reading them, whether the shipped files are those of an earlier day: name, size and checksum of each. */
  public static List<String> stamp() {
    Path home = home();
    List<String> stamp = new ArrayList<>();
    if (Files.isDirectory(home)) {
      for (Source source : shipped().files.values()) {
        CRC32 checksum = new CRC32();
        checksum.update(source.bytes());
        stamp.add(source.name() + " " + source.bytes().length + " " + checksum.getValue());
      }
    } else {
      try (ZipFile jar = new ZipFile(home.toFile())) {
        for (ZipEntry entry : shipped(jar)) {
          stamp.add(entry.getName() + " " + entry.getSize() + " " + entry.getCrc());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Collections.sort(stamp);
    return stamp;
  }

  /** The jar of the program, or the folder of its classes. */
  static Path home() {
    try {
      return Path.of(RuleFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ZipEntry> shipped(ZipFile jar) {
    List<ZipEntry> found = new ArrayList<>();
    for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      if (name.startsWith(SHIPPED + "/") && isRead(name.substring(SHIPPED.length() + 1))) {
        found.add(entry);
      }
    }
    return found;
  }

  /** No files at all, to which folders are added. */
  public static RuleFiles none() {
    return new RuleFiles();
  }

  /** Adds those files; one that has the path of a file already there takes its place. */
  public RuleFiles with(RuleFiles others) {
    RuleFiles rules = new RuleFiles();
    rules.files.putAll(files);
    rules.files.putAll(others.files);
    return rules;
  }

  /**
   * Adds the files of a folder; one that has the path of a file already there takes its place.
   *
   * @throws InputException when the folder is not there or holds no rules
   */
  public RuleFiles with(Path folder) throws InputException {
    RuleFiles rules = new RuleFiles();
    rules.files.putAll(files);
    Origin at = Origin.of(folder.toString());
    try {
      if (!Files.isDirectory(folder)) {
        throw new InputException(List.of(Problem.of(ProblemCode.NO_SUCH_FOLDER, at, folder)));
      }
      if (rules.addAll(folder, folder.toString().replace('\\', '/')) == 0) {
        throw new InputException(List.of(Problem.of(ProblemCode.NO_RULES_THERE, at, folder)));
      }
    } catch (IOException e) {
      throw new InputException(List.of(Unreadable.problem(e, at)));
    } catch (UncheckedIOException e) {
      // A folder in the folder that cannot be looked into.
      throw new InputException(List.of(Unreadable.problem(e.getCause(), at)));
    }
    return rules;
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  public List<Source> rules() {
    return matching(path -> path.endsWith(".drl"));
  }

  public List<Source> limits() {
    return matching(path -> path.endsWith(".csv") && !isCodes(path) && !isForms(path) && !path.startsWith(CALENDARS));
  }

  public List<Source> codes() {
    return matching(RuleFiles::isCodes);
  }

  /** The tables that declare forms. */
  public List<Source> forms() {
    return matching(RuleFiles::isForms);
  }

  public List<Source> calendars() {
    return matching(path -> path.startsWith(CALENDARS) && path.endsWith(".csv"));
  }

  private static boolean isCodes(String path) {
    return path.matches("[^/]+/codes(-[a-z0-9-]+)?\\.csv");
  }

  private static boolean isForms(String path) {
    return path.matches("[^/]+/forms(-[a-z0-9-]+)?\\.csv");
  }

  private List<Source> matching(Predicate<String> wanted) {
    return files.values().stream().filter(source -> wanted.test(source.path())).toList();
  }

  /**
   * Only files in a folder of a jurisdiction, or of the calendars, are read; the lists beside those folders are for
   * people, and cases are no rules.
   */
  private static boolean isRead(String path) {
    return path.contains("/") && !path.startsWith(CaseFiles.FOLDER + "/")
        && (path.endsWith(".drl") || path.endsWith(".csv"));
  }

  private int addAll(Path folder, String name) throws IOException {
    List<Path> found;
    try (Stream<Path> paths = Files.walk(folder)) {
      found = new ArrayList<>(paths.filter(Files::isRegularFile).toList());
    }
    int added = 0;
    for (Path file : found) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (isRead(path)) {
        files.put(path, new Source(name + "/" + path, path, Files.readAllBytes(file)));
        added++;
      }
    }
    return added;
  }
}
