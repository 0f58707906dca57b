package org.dudao.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dudao.engine.Checker;
import org.dudao.engine.RuleSet;
import org.dudao.fact.Codes;
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
  private final List<String> topics;
  private final String key;

  /**
   * @param own files beside those shipped
   */
  Rules(RuleFiles own, List<String> topics) {
    this.own = own;
    this.topics = List.copyOf(topics);
    this.key = key(own, topics);
  }

  /** Rules as they are used. */
  record Ready(Codes codes, Checker checker) {}

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
    RuleSet all = RuleSet.of(RuleFiles.shipped().with(own));
    Checker checker = all.checker();
    return new Ready(all.codes(), topics.isEmpty() ? checker : checker.only(limit -> topics.contains(limit.topic())));
  }

  private static String key(RuleFiles files, List<String> topics) {
    StringBuilder key = new StringBuilder(topics.toString());
    Stream.of(files.rules(), files.limits(), files.codes(), files.calendars())
        .flatMap(List<Source>::stream)
        .forEach(source -> key.append('\n').append(source.name()).append(' ').append(source.sha256()));
    return key.toString();
  }
}
