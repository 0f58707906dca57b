package org.dudao.load;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;

/** The files of a rules folder: rules, limits, codes and calendars, by their path in it; they can travel to other machines. */
public final class RuleFiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SHIPPED = "rules";
  private static final String CALENDARS = "calendars/";

  private final TreeMap<String, Source> files = new TreeMap<>();

  private RuleFiles() {}

  /** The rules that travel with the program. */
  public static RuleFiles shipped() {
    RuleFiles rules = new RuleFiles();
    try {
      URI place = RuleFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path home = Path.of(place);
      if (Files.isDirectory(home)) {
        rules.addAll(home.resolve(SHIPPED), SHIPPED);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
          rules.addAll(jar.getPath("/" + SHIPPED), SHIPPED);
        }
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rules;
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
        throw new InputException(List.of(new Problem("no-such-folder", List.of(folder.toString()), at)));
      }
      if (rules.addAll(folder, folder.toString().replace('\\', '/')) == 0) {
        throw new InputException(List.of(new Problem("no-rules-there", List.of(folder.toString()), at)));
      }
    } catch (IOException e) {
      throw new InputException(List.of(new Problem("unreadable", List.of(String.valueOf(e.getMessage())), at)));
    }
    return rules;
  }

  public List<Source> rules() {
    return matching(path -> path.endsWith(".drl"));
  }

  public List<Source> limits() {
    return matching(path -> path.endsWith(".csv") && !isCodes(path) && !path.startsWith(CALENDARS));
  }

  public List<Source> codes() {
    return matching(RuleFiles::isCodes);
  }

  public List<Source> calendars() {
    return matching(path -> path.startsWith(CALENDARS) && path.endsWith(".csv"));
  }

  private static boolean isCodes(String path) {
    return path.matches("[^/]+/codes(-[a-z0-9-]+)?\\.csv");
  }

  private List<Source> matching(java.util.function.Predicate<String> wanted) {
    return files.values().stream().filter(source -> wanted.test(source.path())).toList();
  }

  /** Only files in a folder of a jurisdiction, or of the calendars, are read; the lists beside those folders are for people. */
  private int addAll(Path folder, String name) throws IOException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder)) {
      found = new ArrayList<>(walk.filter(Files::isRegularFile).toList());
    }
    int added = 0;
    for (Path file : found) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (path.contains("/") && (path.endsWith(".drl") || path.endsWith(".csv"))) {
        files.put(path, new Source(name + "/" + path, path, Files.readAllBytes(file)));
        added++;
      }
    }
    return added;
  }
}
