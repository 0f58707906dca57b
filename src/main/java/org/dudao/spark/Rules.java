package org.dudao.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dudao.engine.Checker;
import org.dudao.engine.ReadyRules;
import org.dudao.engine.Selection;
import org.dudao.fact.Codes;
import org.dudao.format.Outline;
import org.dudao.load.InputException;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;

/**
 * The rules of a run. Every executor has those shipped; the files that take their place or are added travel to it. Each
 * executor makes them ready once for all its tasks.
 */
final class Rules implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Map<String, Ready> READY = new ConcurrentHashMap<>();

  private final RuleFiles own;
  private final Selection selection;
  private final String key;

  /**
   * @param own files beside those shipped
   */
  Rules(RuleFiles own, Selection selection) {
    this.own = own;
    this.selection = selection;
    this.key = key(own, selection);
  }

  /**
   * Rules as they are used.
   *
   * @param fingerprint of all their files
   */
  record Ready(Codes codes, Checker checker, TotalsCodec totals, String fingerprint) {}

  /** The rules of this process, made ready by the task that asks first, while the others wait. */
  Ready ready() {
    return READY.computeIfAbsent(key, one -> {
      try {
        return made();
      } catch (InputException e) {
        // The driver has made the same files ready before it sent them.
        throw new IllegalStateException(e);
      }
    });
  }

  /**
   * Makes the rules ready on the driver.
   *
   * @throws InputException when they are faulty
   */
  Ready load() throws InputException {
    Ready ready = READY.get(key);
    if (ready == null) {
      ready = made();
      READY.put(key, ready);
    }
    return ready;
  }

  private Ready made() throws InputException {
    ReadyRules all = own.isEmpty() ? ReadyRules.shipped() : ReadyRules.of(RuleFiles.shipped().with(own));
    Checker checker = selection.of(all.checker());
    return new Ready(
        all.codes(), checker, new TotalsCodec(checker.citable()), Outline.fingerprint(all.inputs()));
  }

  private static String key(RuleFiles files, Selection selection) {
    StringBuilder key = new StringBuilder(selection.toString());
    Stream.of(files.rules(), files.limits(), files.codes(), files.calendars())
        .flatMap(List<Source>::stream)
        .forEach(source -> key.append('\n').append(source.name()).append(' ').append(source.sha256()));
    return key.toString();
  }
}
