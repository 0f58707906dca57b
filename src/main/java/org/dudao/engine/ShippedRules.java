package org.dudao.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;

/** The step of the build that compiles the rules that travel with the program, so that no start has to. */
public final class ShippedRules {
  private ShippedRules() {}

  /**
   * Compiles the shipped rules.
   *
   * @param args the folder of classes to put the result into
   */
  public static void main(String[] args) throws IOException, InputException {
    Map<String, String> texts = new TreeMap<>();
    for (Source source : RuleFiles.shipped().rules()) {
      texts.put(source.path(), source.utf8());
    }
    Path folder = Path.of(args[0], CompiledRules.FOLDER);
    Files.createDirectories(folder);
    Files.write(folder.resolve(CompiledRules.fileName(texts)), CompiledRules.compiled(texts));
  }
}
