package org.dudao.engine;

import java.util.List;
import org.dudao.engine.store.LinkedRules;
import org.dudao.engine.store.StoredRules;
import org.dudao.fact.Codes;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.report.InputFile;

/** All that the files of a rules folder say, ready to check with. */
public record ReadyRules(Codes codes, Checker checker, List<InputFile> inputs) {

  /**
   * The rules that travel with the program, as the build has read them; read again when it did not read these very
   * files.
   */
  public static ReadyRules shipped() throws InputException {
    LinkedRules stored = StoredRules.find();
    return stored == null ? of(RuleFiles.shipped()) : of(stored);
  }

  /**
   * Reads those files.
   *
   * @throws InputException with every fault of the files that were read first
   */
  public static ReadyRules of(RuleFiles files) throws InputException {
    return of(LinkedRules.of(files));
  }

  private static ReadyRules of(LinkedRules linked) {
    return new ReadyRules(
        linked.codes(), Checker.linked(linked.rules(), linked.limits(), linked.calendars()), linked.inputs());
  }
}
