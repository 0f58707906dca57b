package org.dudao.engine;

import java.util.List;
import java.util.Optional;
import org.dudao.engine.store.LinkedRules;
import org.dudao.engine.store.StoredRules;
import org.dudao.fact.Codes;
import org.dudao.fact.Problem;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.report.InputFile;
import org.dudao.report.OwnRules;

/**
 * All that the files of a rules folder say, ready to check with.
 *
 * @param own what they make of the shipped ones; null when they are those
 * @param notes what of the folders was not read, and changes no law
 * @param cacheNote why what an earlier start compiled was not used; no part of a report, which does not hang on that
 */
public record ReadyRules(
    Codes codes, Checker checker, List<InputFile> inputs, OwnRules own, List<Problem> notes,
    Optional<Problem> cacheNote) {

  /**
   * The rules that travel with the program, as the build has read them; read again when it did not read these very
   * files.
   */
  public static ReadyRules shipped() throws InputException {
    LinkedRules stored = StoredRules.find();
    return of(stored == null ? LinkedRules.of(RuleFiles.shipped()) : stored, null, List.of());
  }

  /**
   * Reads those files, which are not the shipped ones alone.
   *
   * @throws InputException with every fault of the files that were read first
   */
  public static ReadyRules of(RuleFiles files) throws InputException {
    LinkedRules.OwnBook own = LinkedRules.own(files);
    return of(own.rules(), own.deviation(), files.notes());
  }

  /** One fingerprint of all their files. */
  public String fingerprint() {
    return InputFile.fingerprint(inputs);
  }

  private static ReadyRules of(LinkedRules linked, OwnRules own, List<Problem> notes) {
    return new ReadyRules(
        linked.codes(), Checker.linked(linked.rules(), linked.limits(), linked.calendars(), linked.profiles()),
        linked.inputs(), own, notes, linked.rules().cacheNote());
  }
}
