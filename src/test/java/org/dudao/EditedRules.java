package org.dudao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.lint.Linter;
import org.dudao.lint.RuleBook;
import org.dudao.lint.Warning;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;

/** A copy of the shipped rules in a folder, or a layer over them, to be edited as policy staff would. */
public final class EditedRules {
  public static final RuleBook SHIPPED = RuleBook.shipped();
  private static final Path RULES = Path.of("rules");

  private final Path folder;

  private EditedRules(Path folder) {
    this.folder = folder;
  }

  public static EditedRules copiedTo(Path folder) {
    try (Stream<Path> all = Files.walk(RULES)) {
      for (Path one : all.toList()) {
        Path target = folder.resolve(RULES.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
      return new EditedRules(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder with nothing in it yet: what is written there is a layer over the shipped rules. */
  public static EditedRules layerIn(Path folder) {
    return new EditedRules(folder);
  }

  public Path file(String path) {
    return folder.resolve(path);
  }

  public String text(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String path, String text) {
    try {
      Files.createDirectories(file(path).getParent());
      Files.writeString(file(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts one text in the place of another, which must be there exactly once. */
  public void replace(String path, String old, String other) {
    String text = text(path);
    int first = text.indexOf(old);
    if (first < 0 || text.indexOf(old, first + 1) >= 0) {
      throw new IllegalArgumentException(path + " has not exactly one: " + old);
    }
    write(path, text.replace(old, other));
  }

  public RuleBook read() {
    try {
      return RuleBook.read(RuleFiles.none().with(folder).overShipped(), List.of());
    } catch (InputException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What lint warns of; not what is only worth knowing. */
  public List<Warning> warnings() {
    return Linter.warnings(read(), SHIPPED).stream().filter(one -> !one.lint().isNote()).toList();
  }
}
