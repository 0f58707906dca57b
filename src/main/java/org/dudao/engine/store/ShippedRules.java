package org.dudao.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dudao.engine.drools.CompiledRules;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;

/** The step of the build that reads and compiles the rules that travel with the program, so that no start has to. */
public final class ShippedRules {
  private ShippedRules() {}

  /**
   * Compiles the shipped rules, and stores what all their files say.
   *
   * @param args the folder of classes to put the result into
   */
  public static void main(String[] args) throws IOException, InputException {
    Path folder = Path.of(args[0], CompiledRules.FOLDER);
    Files.createDirectories(folder);
    RuleFiles files = RuleFiles.shipped();
    for (Source source : files.rules()) {
      CompiledRules.Classes classes = CompiledRules.classes(CompiledRules.compiled(source, source.utf8()));
      for (Map.Entry<String, byte[]> one : classes.bytes().entrySet()) {
        Path file = Path.of(args[0], one.getKey().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, one.getValue());
      }
      Files.writeString(
          folder.resolve(CompiledRules.key(source.path(), source.utf8())), String.join("\n", classes.models()));
    }
    Files.write(Path.of(args[0], StoredRules.fileName()), stored(LinkedRules.of(files), RuleFiles.stamp()));
  }

  /** What a start could not read back ends the build, and no start. */
  private static byte[] stored(LinkedRules linked, List<String> stamp) throws IOException {
    byte[] bytes = StoreWriter.bytes(linked, stamp);
    LinkedRules read = StoredRules.read(bytes, stamp);
    if (!read.codes().equals(linked.codes())
        || !read.limits().equals(linked.limits()) || !read.rules().rules().equals(linked.rules().rules())) {
      throw new IllegalStateException("what was stored of the rules is not what is read back");
    }
    return bytes;
  }
}
