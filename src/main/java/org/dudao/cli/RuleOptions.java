package org.dudao.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.engine.ReadyRules;
import org.dudao.fact.Codes;
import org.dudao.fact.VisibleText;
import org.dudao.format.Messages;
import org.dudao.format.OwnRulesText;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import picocli.CommandLine.Option;

/** Which rules to use: those shipped, with layers of one's own over them; or an edition of them. */
final class RuleOptions {
  private static final Pattern TABLE_OR_RULES = Pattern.compile(".*\\.(csv|drl)", Pattern.CASE_INSENSITIVE);

  @Option(names = "--rules", paramLabel = "DIR")
  private List<Path> folders = List.of();

  /** All of them, ready to check with. */
  ReadyRules load() throws InputException {
    return folders.isEmpty() ? ReadyRules.shipped() : ReadyRules.of(files());
  }

  /** The same; who uses rules of his own sees what they make of the shipped ones. */
  ReadyRules load(Console console, Messages messages) throws InputException {
    ReadyRules ready = load();
    new Diagnostics(console.err(), messages).printLine(ready.cacheNote());
    if (ready.own() != null) {
      new OwnRulesText(messages).lines(ready.own()).forEach(line -> console.err().println(VisibleText.of(line)));
    }
    return ready;
  }

  /** Only the registered codes and the cells of forms, without compiling the rules. */
  Codes codes() throws InputException {
    RuleFiles files = files();
    return new FormReader(new CodeReader().read(files.codes())).read(files.forms()).codes();
  }

  /** The folders, and the tables and rules in them. */
  List<Path> places() {
    List<Path> places = new ArrayList<>(folders);
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
        files.filter(file -> TABLE_OR_RULES.matcher(file.toString()).matches()).forEach(places::add);
      } catch (IOException | UncheckedIOException e) {
        // A folder that cannot be looked through is told when it is read.
      }
    }
    return places;
  }

  private RuleFiles files() throws InputException {
    RuleFiles own = RuleFiles.none();
    for (Path folder : folders) {
      own = own.with(folder);
    }
    return own.overShipped();
  }
}
