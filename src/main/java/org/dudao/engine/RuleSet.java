package org.dudao.engine;

import java.util.List;
import org.dudao.fact.Codes;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.Input;

/** All that the files of a rules folder say, ready to check with. */
public record RuleSet(Codes codes, Checker checker, List<Input> inputs) {

  /** The rules that travel with the program, as the build has read them; read again when it did not read these very files. */
  public static RuleSet shipped() throws InputException {
    LinkedRules stored = StoredRules.find();
    return stored == null ? of(RuleFiles.shipped()) : of(stored);
  }

  /**
   * Reads those files.
   *
   * @throws InputException with every fault of the files that were read first
   */
  public static RuleSet of(RuleFiles files) throws InputException {
    return of(LinkedRules.of(files));
  }

  private static RuleSet of(LinkedRules linked) {
    return new RuleSet(
        linked.codes(), Checker.linked(linked.rules(), linked.limits(), linked.calendars()), linked.inputs());
  }

  /** Those files as reports cite them. */
  public static List<Input> inputs(Input.Role role, List<Source> sources) {
    return LinkedRules.inputs(role, sources);
  }
}
