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
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** The files of facts that the arguments of a command name: files, folders, globs and standard input. */
final class FactFiles {
  static final String STANDARD_INPUT = "-";

  private FactFiles() {}

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
    DocumentSplitter documents(InputStream bytes, int maxBytes) {
      return new DocumentSplitter(name, bytes, DocumentSplitter.Framing.of(name), maxBytes);
    }
  }

  /** The files in the order of the arguments, those of a folder in the order of their names. */
  static List<FactFile> of(List<String> arguments, List<Problem> problems) {
    List<FactFile> files = new ArrayList<>();
    arguments.forEach(argument -> find(argument, files, problems));
    return files;
  }

  private static void find(String argument, List<FactFile> found, List<Problem> problems) {
    try {
      if (argument.equals(STANDARD_INPUT)) {
        found.add(new FactFile(STANDARD_INPUT, null));
      } else if (argument.isEmpty()) {
        // Path.of("") is the folder one happens to stand in.
        problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Origin.of(argument), argument));
      } else if (argument.chars().anyMatch(c -> "*?{[".indexOf(c) >= 0) && !exists(argument)) {
        add(matching(argument, problems), argument, found, problems);
      } else if (Files.isDirectory(Path.of(argument))) {
        List<Path> all = files(Path.of(argument), problems);
        add(all.stream().filter(FactFiles::isFactFile).sorted().toList(), argument, found, problems);
      } else if (!exists(argument)) {
        problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Origin.of(argument), argument));
      } else {
        add(List.of(Path.of(argument)), argument, found, problems);
      }
    } catch (InvalidPathException | PatternSyntaxException e) {
      problems.add(Problem.of(ProblemCode.NO_SUCH_FILE, Origin.of(argument), argument));
    } catch (IOException e) {
      problems.add(Unreadable.problem(e, Origin.of(argument)));
    } catch (UncheckedIOException e) {
      problems.add(Unreadable.problem(e.getCause(), Origin.of(argument)));
    }
  }

  private static void add(List<Path> paths, String argument, List<FactFile> found, List<Problem> problems) {
    if (paths.isEmpty()) {
      problems.add(Problem.of(ProblemCode.NO_FACTS_THERE, Origin.of(argument), argument));
    }
    paths.forEach(path -> found.add(new FactFile(path.toString().replace('\\', '/'), path)));
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
  private static List<Path> files(Path folder, List<Problem> problems) throws IOException {
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
            problems.add(Unreadable.problem(e, Origin.of(file.toString().replace('\\', '/'))));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static List<Path> matching(String glob, List<Problem> problems) throws IOException {
    String fixed = glob.substring(0, firstWildcard(glob));
    Path root = Path.of(fixed.contains("/") ? fixed.substring(0, fixed.lastIndexOf('/') + 1) : "");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    if (!Files.isDirectory(root.toString().isEmpty() ? Path.of(".") : root)) {
      return List.of();
    }
    return files(root, problems).stream().filter(matcher::matches).sorted().toList();
  }

  private static int firstWildcard(String glob) {
    int first = 0;
    while ("*?{[".indexOf(glob.charAt(first)) < 0) {
      first++;
    }
    return first;
  }

  private static boolean isFactFile(Path file) {
    String name = file.getFileName().toString();
    // A link to nothing looks like facts too.
    return (Files.isRegularFile(file) || !Files.exists(file))
        && DocumentSplitter.Framing.of(name) != DocumentSplitter.Framing.BY_FIRST_LINE
        && !name.startsWith(".");
  }
}
