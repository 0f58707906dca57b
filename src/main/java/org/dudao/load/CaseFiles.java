package org.dudao.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** The files of cases that hold rules: those that travel with the program, or those of a folder. */
public final class CaseFiles {
  /** The folder of cases beside the folders of jurisdictions. */
  public static final String FOLDER = "cases";

  private CaseFiles() {}

  /** The cases that hold the shipped rules, in the order of their names. */
  public static List<Source> shipped() {
    Path home = RuleFiles.home();
    try {
      if (Files.isDirectory(home)) {
        return read(home.resolve(FOLDER), FOLDER);
      }
      List<Source> sources = new ArrayList<>();
      try (ZipFile jar = new ZipFile(home.toFile())) {
        for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
          ZipEntry entry = entries.nextElement();
          if (entry.getName().startsWith(FOLDER + "/") && isCases(entry.getName())) {
            sources.add(new Source(entry.getName(), entry.getName(), jar.getInputStream(entry).readAllBytes()));
          }
        }
      }
      sources.sort(Comparator.comparing(Source::name));
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The files of cases that hold the rules of that folder: those in its folder of cases. Whoever edits a copy of the
   * shipped rules without any is held to the shipped ones.
   *
   * @param rules as they were read of the folder
   * @throws InputException when there are none, or they cannot be read
   */
  public static List<Source> of(Path folder, RuleFiles rules) throws InputException {
    Path cases = folder.resolve(FOLDER);
    return rules.isEdition() && !Files.exists(cases) ? shipped() : in(cases);
  }

  /**
   * The files of cases that stand in that folder, not those below it, in the order of their names.
   *
   * @throws InputException when the folder is not there, cannot be read, or holds no cases: nothing would be held
   */
  public static List<Source> in(Path folder) throws InputException {
    Origin at = Origin.of(folder.toString());
    try {
      List<Source> sources =
          Files.isDirectory(folder) ? read(folder, folder.toString().replace('\\', '/')) : List.of();
      if (sources.isEmpty()) {
        throw new InputException(List.of(Problem.of(ProblemCode.NO_CASES_THERE, at, folder)));
      }
      return sources;
    } catch (IOException e) {
      throw new InputException(List.of(Unreadable.problem(e, at)));
    }
  }

  private static List<Source> read(Path folder, String name) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> isCases(file.getFileName().toString())).sorted().toList();
    }
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      String path = file.getFileName().toString();
      sources.add(new Source(name + "/" + path, path, Files.readAllBytes(file)));
    }
    return sources;
  }

  private static boolean isCases(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return !plain.startsWith(".") && (plain.endsWith(".json") || plain.endsWith(".csv"));
  }
}
