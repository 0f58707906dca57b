package org.dudao.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.Checker;
import org.dudao.engine.Expectations;
import org.dudao.engine.ReadyRules;
import org.dudao.engine.Selection;
import org.dudao.fact.Codes;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.dudao.report.OwnRules;

/**
 * The rules of a run. Every executor has those shipped; the files that are laid over them, or stand instead of them,
 * travel to it. Each executor makes them ready once for all its tasks.
 */
final class Rules implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of this process, by the files: before anybody has chosen among them. */
  private static final Map<String, ReadyRules> ALL = new ConcurrentHashMap<>();
  /** Of this process, by the files and the choice. */
  private static final Map<String, Ready> CHOSEN = new ConcurrentHashMap<>();

  private final RuleFiles own;
  private final Selection selection;
  private final Expectations expectations;
  private final String files;

  /**
   * @param own files beside those shipped
   */
  Rules(RuleFiles own, Selection selection, Expectations expectations) {
    this.own = own;
    this.selection = selection;
    this.expectations = expectations;
    this.files = key(own);
  }

  /**
   * Those that were selected, as they are used.
   *
   * @param fingerprint of all their files
   * @param own what they make of the shipped ones; null when they are those
   */
  record Ready(Codes codes, Checker checker, TotalsCodec totals, String fingerprint, OwnRules own) {}

  /** The rules of this process, made ready by the task that asks first, while the others wait. */
  Ready ready() {
    return CHOSEN.computeIfAbsent(files + "\n" + selection + expectations, key -> {
      ReadyRules all = all();
      Checker checker = expectations.of(selection.of(all.checker()));
      return new Ready(
          all.codes(), checker, new TotalsCodec(checker.citable()), all.fingerprint(), all.own());
    });
  }

  private ReadyRules all() {
    return ALL.computeIfAbsent(files, key -> {
      try {
        return made();
      } catch (InputException e) {
        // The driver has made the same files ready before it sent them.
        throw new IllegalStateException(e);
      }
    });
  }

  /**
   * All rules, those that were not selected too, made ready on the driver.
   *
   * @throws InputException when they are faulty
   */
  ReadyRules load() throws InputException {
    ReadyRules all = ALL.get(files);
    if (all == null) {
      all = made();
      ALL.put(files, all);
    }
    return all;
  }

  private ReadyRules made() throws InputException {
    return own.isEmpty() ? ReadyRules.shipped() : ReadyRules.of(own.overShipped());
  }

  private static String key(RuleFiles files) {
    return files.all()
        .map(source -> source.name() + " " + source.sha256())
        .collect(Collectors.joining("\n"));
  }
}
