package org.dudao.cli;

import java.nio.file.Path;
import java.util.List;
import org.dudao.engine.ReadyRules;
import org.dudao.fact.Codes;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import picocli.CommandLine.Option;

/** Which rules to use: those shipped, with layers of one's own over them; or an edition of them. */
final class RuleOptions {
  @Option(names = "--rules", paramLabel = "DIR")
  private List<Path> folders = List.of();

  /** All of them, ready to check with. */
  ReadyRules load() throws InputException {
    return folders.isEmpty() ? ReadyRules.shipped() : ReadyRules.of(files());
  }

  /** Only the registered codes and the cells of forms, without compiling the rules. */
  Codes codes() throws InputException {
    RuleFiles files = files();
    return new FormReader(new CodeReader().read(files.codes())).read(files.forms()).codes();
  }

  private RuleFiles files() throws InputException {
    RuleFiles own = RuleFiles.none();
    for (Path folder : folders) {
      own = own.with(folder);
    }
    return own.overShipped();
  }
}
