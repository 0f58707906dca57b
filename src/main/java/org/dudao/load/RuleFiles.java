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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dudao.fact.Problem;

/**
 * The files of rules folders: rules, limits, forms, codes and calendars, in layers of which each upper one changes what
 * those below it say; they can travel to other machines.
 */
public final class RuleFiles implements Serializable {
  private static final long serialVersionUID = 2L;
  private static final String SHIPPED = "rules";
  private static final String CALENDARS = "calendars/";

  /** From the lowest layer up, each by the paths of its files. */
  private final List<TreeMap<String, Source>> layers;
  /** What is worth knowing of what was not read. */
  private final List<Problem> notes;
  private final boolean isEdition;

  private RuleFiles(List<TreeMap<String, Source>> layers, List<Problem> notes, boolean isEdition) {
    this.layers = layers;
    this.notes = notes;
    this.isEdition = isEdition;
  }

  private static RuleFiles of(TreeMap<String, Source> layer, List<Problem> notes) {
    return new RuleFiles(List.of(layer), notes, false);
  }

  /** The rules that travel with the program. */
  public static RuleFiles shipped() {
    TreeMap<String, Source> files = new TreeMap<>();
    Path home = home();
    try {
      if (Files.isDirectory(home)) {
        addAll(home.resolve(SHIPPED), files);
      } else {
        try (ZipFile jar = new ZipFile(home.toFile())) {
          for (ZipEntry entry : shipped(jar)) {
            String path = entry.getName().substring(SHIPPED.length() + 1);
            files.put(path, new Source(entry.getName(), path, jar.getInputStream(entry).readAllBytes()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(files, List.of());
  }

  /** What tells, without reading them, whether the shipped files are those of an earlier day: name, size and checksum of each. */
  public static List<String> stamp() {
    Path home = home();
    List<String> stamp = new ArrayList<>();
    if (Files.isDirectory(home)) {
      for (Source source : shipped().layers.get(0).values()) {
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

  /** No files at all, over which folders are laid. */
  public static RuleFiles none() {
    return new RuleFiles(List.of(), List.of(), false);
  }

  /**
   * These files, and as a layer over them those of a folder.
   *
   * @throws InputException when the folder is not there, holds no rules, or holds what would be law if it were read
   */
  public RuleFiles with(Path folder) throws InputException {
    RuleFolder read = RuleFolder.read(folder);
    return over(of(read.files(), read.notes()), isEdition);
  }

  /**
   * These files as the rules of a run: over the shipped ones; or instead of them, where one of the layers is an edition
   * of them.
   */
  public RuleFiles overShipped() {
    RuleFiles shipped = shipped();
    for (int i = 0; i < layers.size(); i++) {
      if (of(layers.get(i), List.of()).isEditionOf(shipped)) {
        List<TreeMap<String, Source>> others = new ArrayList<>(layers);
        RuleFiles edition = of(others.remove(i), List.of());
        return edition.over(new RuleFiles(others, notes, false), true);
      }
    }
    return shipped.over(this, false);
  }

  private RuleFiles over(RuleFiles upper, boolean edition) {
    List<TreeMap<String, Source>> all = new ArrayList<>(layers);
    all.addAll(upper.layers);
    List<Problem> told = new ArrayList<>(notes);
    told.addAll(upper.notes);
    return new RuleFiles(all, told, edition);
  }

  /**
   * Whether these are an edited copy of that whole book of rules, and no layer over it: they hold at least half of its
   * files of rules, limits, forms and codes, by their paths.
   */
  public boolean isEditionOf(RuleFiles book) {
    List<String> paths = book.paths().stream().filter(path -> !path.startsWith(CALENDARS)).toList();
    Set<String> own = new HashSet<>(paths());
    return !paths.isEmpty() && 2 * paths.stream().filter(own::contains).count() >= paths.size();
  }

  /** Whether they stand instead of the shipped ones. */
  public boolean isEdition() {
    return isEdition;
  }

  /** What was not read, where that changes no law. */
  public List<Problem> notes() {
    return notes;
  }

  public boolean isEmpty() {
    return layers.stream().allMatch(TreeMap::isEmpty);
  }

  private List<String> paths() {
    return layers.stream().flatMap(layer -> layer.keySet().stream()).distinct().toList();
  }

  public List<Source> rules() {
    return matching(path -> path.endsWith(".drl"));
  }

  public List<Source> limits() {
    return matching(path -> path.endsWith(".csv") && !isCodes(path) && !isForms(path) && !isProfiles(path)
        && !path.startsWith(CALENDARS));
  }

  public List<Source> codes() {
    return matching(RuleFiles::isCodes);
  }

  /** The tables that declare forms. */
  public List<Source> forms() {
    return matching(RuleFiles::isForms);
  }

  /** The tables of profiles. */
  public List<Source> profiles() {
    return matching(RuleFiles::isProfiles);
  }

  /** Those of every kind. */
  public Stream<Source> all() {
    return Stream.of(rules(), limits(), codes(), forms(), profiles(), calendars()).flatMap(List::stream);
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

  private static boolean isProfiles(String path) {
    return path.matches("[^/]+/profiles(-[a-z0-9-]+)?\\.csv");
  }

  /** From the lowest layer up. */
  private List<Source> matching(Predicate<String> wanted) {
    List<Source> matching = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      int layer = i;
      layers.get(i).values().stream()
          .filter(source -> wanted.test(source.path()))
          .forEach(source -> matching.add(source.in(layer)));
    }
    return matching;
  }

  /** Only files in a folder of a jurisdiction, or of the calendars, are read; the lists beside those folders are for people. */
  private static boolean isRead(String path) {
    return path.contains("/") && (path.endsWith(".drl") || path.endsWith(".csv"));
  }

  private static void addAll(Path folder, TreeMap<String, Source> files) throws IOException {
    List<Path> found;
    try (Stream<Path> paths = Files.walk(folder)) {
      found = paths.filter(Files::isRegularFile).toList();
    }
    for (Path file : found) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (isRead(path)) {
        files.put(path, new Source(SHIPPED + "/" + path, path, Files.readAllBytes(file)));
      }
    }
  }
}
