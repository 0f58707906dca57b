package org.dudao.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.dudao.fact.Intake;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** The files of facts that the arguments of a command name: files, folders, globs and standard input. */
final class FactFiles {
  static final String STANDARD_INPUT = "-";

  private final List<FactFile> found = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final List<Problem> problems;

  private FactFiles(List<Problem> problems) {
    this.problems = problems;
  }

  /**
   * One of them.
   *
   * @param name as reports cite it
   * @param path null for standard input
   */
  record FactFile(String name, Path path) {
    /** The bytes, unzipped where they are zipped. */
    InputStream open(InputStream standardInput) throws IOException {
      return DocumentSplitter.unzipped(path == null ? standardInput : Files.newInputStream(path));
    }

    /** The documents in its bytes; its name tells into what it is cut, which that of standard input does not. */
    DocumentSplitter documents(InputStream bytes, InputBounds bounds) {
      return new DocumentSplitter(name, bytes, DocumentSplitter.Framing.of(name), bounds);
    }
  }

  /** What the arguments name, in their order, and the files of a folder in the order of their names. */
  static FactFiles of(List<String> arguments, List<Problem> problems) {
    FactFiles files = new FactFiles(problems);
    arguments.forEach(files::find);
    return files;
  }

  /** The files to read. */
  List<FactFile> found() {
    return found;
  }

  /** What there is, before any of it is read. */
  Intake intake() {
    return Intake.of(found.size(), unread);
  }

  private void find(String argument) {
    try {
      if (argument.equals(STANDARD_INPUT)) {
        found.add(new FactFile(STANDARD_INPUT, null));
      } else if (argument.isEmpty()) {
        // Path.of("") is the folder one happens to stand in.
        problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Origin.of(argument), argument));
      } else if (argument.chars().anyMatch(c -> "*?{[".indexOf(c) >= 0) && !exists(argument)) {
        add(matching(argument), argument);
      } else if (Files.isDirectory(Path.of(argument))) {
        add(factFiles(Path.of(argument)), argument);
      } else if (!exists(argument)) {
        problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Origin.of(argument), argument));
      } else {
        add(List.of(Path.of(argument)), argument);
      }
    } catch (InvalidPathException | PatternSyntaxException e) {
      problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Origin.of(argument), argument));
    } catch (IOException e) {
      problems.add(Unreadable.problem(e, Origin.of(argument)));
    } catch (UncheckedIOException e) {
      problems.add(Unreadable.problem(e.getCause(), Origin.of(argument)));
    }
  }

  private void add(List<Path> paths, String argument) {
    if (paths.isEmpty()) {
      problems.add(Problem.of(ProblemCode.NO_FACTS_THERE, Origin.of(argument), argument));
    }
    paths.forEach(path -> found.add(new FactFile(slashed(path), path)));
  }

  /** Those of a folder that hold facts; others than these and their companions are kept in mind. */
  private List<Path> factFiles(Path folder) throws IOException {
    List<Path> facts = new ArrayList<>();
    for (Path file : files(folder)) {
      switch (FolderFile.of(slashed(folder.relativize(file)))) {
        case COMPANION -> {
          // Nobody misses it.
        }
        case FACTS -> {
          // A link to nothing looks like facts too; what is no file at all would never end.
          if (Files.isRegularFile(file) || !Files.exists(file)) {
            facts.add(file);
          } else {
            unread.add(slashed(file));
          }
        }
        case OTHER -> unread.add(slashed(file));
      }
    }
    return facts.stream().sorted().toList();
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  static boolean isFolder(String argument) {
    try {
      return !argument.isEmpty() && Files.isDirectory(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** On some systems a glob is no path at all. */
  private static boolean exists(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** All files below the folder, those behind links too; what cannot be looked into is told, and hides nothing else. */
  private List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.add(Unreadable.problem(e, Origin.of(slashed(file))));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private List<Path> matching(String glob) throws IOException {
    String fixed = glob.substring(0, firstWildcard(glob));
    Path root = Path.of(fixed.contains("/") ? fixed.substring(0, fixed.lastIndexOf('/') + 1) : "");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    if (!Files.isDirectory(root.toString().isEmpty() ? Path.of(".") : root)) {
      return List.of();
    }
    return files(root).stream().filter(matcher::matches).sorted().toList();
  }

  private static int firstWildcard(String glob) {
    int first = 0;
    while ("*?{[".indexOf(glob.charAt(first)) < 0) {
      first++;
    }
    return first;
  }
}
