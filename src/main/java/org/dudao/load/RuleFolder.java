package org.dudao.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.UnknownName;

/**
 * A folder of rules that somebody edits: what is read of it, and why the rest is not. What would be law under another
 * name or in another place is a fault; what is no law anyhow is a note.
 */
final class RuleFolder {
  private static final String CALENDARS = "calendars";
  /** Lists beside the folders of jurisdictions, which are for people. */
  private static final Set<String> FOR_PEOPLE = Set.of("LEFT-OUT.csv", "REFS.csv", "VERIFIED.csv");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.(csv|drl)");
  private static final Pattern TABLE = Pattern.compile(".*\\.(csv|drl)", Pattern.CASE_INSENSITIVE);
  /** What spreadsheet programs save in forms of their own, and what editors keep of a table under another name. */
  private static final Pattern LIKE_TABLE =
      Pattern.compile(
          ".*\\.(xlsx|xlsm|xlsb|xls|xlt|xltx|ods|fods|et|ett|numbers|tsv|tab)|.*\\.(csv|drl)[^a-z].*",
          Pattern.CASE_INSENSITIVE);
  /** What a program lays beside a file that it has open. */
  private static final Pattern LOCK = Pattern.compile("~\\$.*|\\.~lock\\..*#?|\\.~.*|.*\\.sw[op]");
  private static final Pattern PLAIN = Pattern.compile("\\..*|.*\\.(md|txt|html?|pdf|docx?)|LICEN[CS]E|Thumbs\\.db",
      Pattern.CASE_INSENSITIVE);

  /** Of one file; all that are shipped have a sixteenth of it together. */
  private static final int MOST_BYTES = 16 << 20;

  private final Path root;
  private final String name;
  private final TreeMap<String, Source> files = new TreeMap<>();
  private final List<Problem> faults = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();

  private RuleFolder(Path root) {
    this.root = root;
    this.name = root.toString().replace('\\', '/');
  }

  /**
   * Reads the folder.
   *
   * @throws InputException when it is not there, holds no rules, or holds what would be law if it were read
   */
  static RuleFolder read(Path root) throws InputException {
    RuleFolder folder = new RuleFolder(root);
    Origin at = Origin.of(folder.name);
    try {
      if (!Files.isDirectory(root)) {
        throw new InputException(List.of(Problem.of(ProblemCode.NO_SUCH_FOLDER, at, root)));
      }
      folder.readAll();
    } catch (IOException e) {
      throw new InputException(List.of(Unreadable.problem(e, at)));
    } catch (UncheckedIOException e) {
      // A folder in the folder that cannot be looked into, or a link that leads back.
      throw new InputException(List.of(Unreadable.problem(e.getCause(), at)));
    }
    if (!folder.faults.isEmpty()) {
      throw new InputException(folder.faults);
    }
    if (folder.files.isEmpty()) {
      throw new InputException(List.of(Problem.of(ProblemCode.NO_RULES_THERE, at, root)));
    }
    return folder;
  }

  /** By their paths. */
  TreeMap<String, Source> files() {
    return files;
  }

  /** What was not read, and is no law anyhow. */
  List<Problem> notes() {
    return notes;
  }

  private void readAll() throws IOException {
    List<Path> found;
    try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      // A link that leads nowhere is neither, and may have been a table.
      found =
          paths.filter(path -> !Files.isDirectory(path) && !isResourceFork(path.getFileName().toString()))
              .sorted().toList();
    }
    Map<String, List<String>> byFolder =
        found.stream().map(this::path)
            .filter(path -> !path.startsWith(CaseFiles.FOLDER + "/"))
            .collect(Collectors.groupingBy(RuleFolder::folder, TreeMap::new, Collectors.toList()));
    refuseAlike(byFolder.values().stream().flatMap(List::stream).toList());
    for (Map.Entry<String, List<String>> one : byFolder.entrySet()) {
      if (isJurisdiction(one.getKey())) {
        for (String path : one.getValue()) {
          read(path, one.getValue());
        }
      } else {
        passOver(one.getKey(), one.getValue());
      }
    }
  }

  /** What one system lays beside each file where another one has the disk. */
  private static boolean isResourceFork(String file) {
    return file.startsWith("._");
  }

  private String path(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean isJurisdiction(String folder) {
    return folder.equals(CALENDARS) || LimitReader.isRegion(folder);
  }

  /** Where one system tells two files apart, another keeps only one of them. */
  private void refuseAlike(List<String> paths) {
    Map<String, String> known = new HashMap<>();
    for (String path : paths) {
      for (String part = path; !part.isEmpty(); part = folder(part)) {
        String alike =
            Normalizer.normalize(part, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String other = known.putIfAbsent(alike, part);
        if (other != null && !other.equals(part)) {
          fault(part, ProblemCode.PATHS_ALIKE, part, other);
        }
      }
    }
  }

  /** A file in a folder of a jurisdiction, or of the calendars. */
  private void read(String path, List<String> siblings) throws IOException {
    String file = last(path);
    if (isTable(file) && (isNamed(file) || folder(path).equals(CALENDARS) && file.endsWith(".csv"))) {
      long bytes = Files.size(root.resolve(path));
      if (bytes > MOST_BYTES) {
        fault(
            path, ProblemCode.RULE_FILE_TOO_LARGE, InputBounds.megabytes(bytes - 1) + 1,
            InputBounds.megabytes(MOST_BYTES));
      } else {
        files.put(path, new Source(name + "/" + path, path, Files.readAllBytes(root.resolve(path))));
      }
    } else if (isLock(file)) {
      note(path, ProblemCode.OPEN_ELSEWHERE, file);
    } else if (isTable(file)) {
      fault(path, ProblemCode.RULE_FILE_NAME, file, rightName(file));
    } else if (LIKE_TABLE.matcher(file).matches()) {
      String right = rightName(file);
      if (siblings.contains(folder(path) + "/" + right)) {
        note(path, ProblemCode.NOT_READ_BESIDE, file, right);
      } else {
        fault(path, ProblemCode.RULE_FILE_NAME, file, right);
      }
    } else if (!PLAIN.matcher(file).matches()) {
      note(path, ProblemCode.NOT_READ, file);
    }
  }

  /** The files of a folder that is none of a jurisdiction; told once, at the first that would be law elsewhere. */
  private void passOver(String folder, List<String> paths) {
    List<String> lost =
        paths.stream()
            .filter(path -> isTable(last(path)) || LIKE_TABLE.matcher(last(path)).matches())
            .filter(path -> !isLock(last(path)) && !(folder.isEmpty() && FOR_PEOPLE.contains(path)))
            .toList();
    if (lost.isEmpty()) {
      notePassedOver(folder, paths);
    } else if (folder.isEmpty()) {
      lost.forEach(path -> fault(path, ProblemCode.FILE_IN_NO_FOLDER, path, rightName(path)));
    } else if (folder.contains("/")) {
      fault(lost.get(0), ProblemCode.FOLDER_TOO_DEEP, lost.get(0));
    } else {
      fault(lost.get(0), ProblemCode.RULE_FOLDER, new UnknownName(folder, jurisdictions()));
    }
  }

  /** Each file beside the folders, and of a folder the first; what a program keeps in a hidden folder is its own. */
  private void notePassedOver(String folder, List<String> paths) {
    if (folder.startsWith(".")) {
      return;
    }
    paths.stream()
        .filter(path -> isLock(last(path)) || !PLAIN.matcher(last(path)).matches() && !FOR_PEOPLE.contains(path))
        .limit(folder.isEmpty() ? paths.size() : 1)
        .forEach(path ->
            note(path, isLock(last(path)) ? ProblemCode.OPEN_ELSEWHERE : ProblemCode.NOT_READ, last(path)));
  }

  /** Folders that there are in the shipped rules. */
  private static Set<String> jurisdictions() {
    Set<String> known = new TreeSet<>(Set.of(CALENDARS, CaseFiles.FOLDER));
    RuleFiles.shipped().limits().forEach(source -> known.add(source.folder()));
    return known;
  }

  private static boolean isTable(String file) {
    return TABLE.matcher(file).matches();
  }

  private static boolean isNamed(String file) {
    return NAME.matcher(file).matches();
  }

  private static boolean isLock(String file) {
    return LOCK.matcher(file).matches();
  }

  /** The name under which the file would be read: {@code class-size.csv} for {@code Class-Size (1).XLSX}. */
  private static String rightName(String file) {
    String plain = Normalizer.normalize(file, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String kind = plain.matches(".*\\.drl([^a-z].*)?") ? ".drl" : ".csv";
    String topic =
        plain.replaceFirst("\\.[a-z].*$", "").replaceAll("\\(\\d+\\)|副本|复件|copy|拷贝", "").strip()
            .replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
    return (topic.isEmpty() ? "class-size" : topic) + kind;
  }

  private void fault(String path, ProblemCode code, Object... arguments) {
    faults.add(Problem.of(code, Origin.of(name + "/" + path), arguments));
  }

  private void note(String path, ProblemCode code, Object... arguments) {
    notes.add(Problem.of(code, Origin.of(name + "/" + path), arguments));
  }
}
