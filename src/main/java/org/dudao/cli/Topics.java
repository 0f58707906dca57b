package org.dudao.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.engine.Checker;
import org.dudao.fact.Nearest;
import org.dudao.format.Messages;
import picocli.CommandLine;

/** Restricts a check to some topics; a misspelt topic would check nothing, and is refused. */
final class Topics {
  private Topics() {}

  static Checker only(List<String> topics, Checker checker, CommandLine line, Messages messages) {
    if (topics.isEmpty()) {
      return checker;
    }
    Set<String> known = new TreeSet<>();
    checker.limits().forEach(limit -> known.add(limit.topic()));
    for (String topic : topics) {
      if (!known.contains(topic)) {
        throw new CommandLine.ParameterException(
            line,
            Nearest.to(topic, known)
                .map(near -> messages.text("cli.topic.near", topic, near))
                .orElseGet(() -> messages.text("cli.topic", topic, String.join(", ", known))));
      }
    }
    return checker.only(limit -> topics.contains(limit.topic()));
  }
}
