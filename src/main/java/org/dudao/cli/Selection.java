package org.dudao.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.engine.Checker;
import org.dudao.fact.Limit;
import org.dudao.fact.Nearest;
import org.dudao.format.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that restrict a check to some topics or standards; a misspelt one would check nothing, and is refused. */
final class Selection {
  @Option(names = "--topic", paramLabel = "TOPIC", split = ",")
  private List<String> topics = List.of();

  @Option(names = "--standard", paramLabel = "STANDARD", split = ",")
  private List<String> standards = List.of();

  /** What is asked for of all that can be checked. */
  Checker of(Checker all, CommandLine line, Messages messages) {
    refuseUnknown("cli.topic", topics, all.limits().stream().map(Limit::topic).toList(), line, messages);
    // A limit that is announced is cited with its day.
    List<String> ids = standards.stream().map(id -> id.replaceFirst("~.*", "")).toList();
    refuseUnknown("cli.standard", ids, all.limits().stream().map(Limit::id).toList(), line, messages);
    Checker chosen = topics.isEmpty() ? all : all.only(limit -> topics.contains(limit.topic()));
    for (String id : ids) {
      if (chosen.standards().stream().noneMatch(standard -> standard.id().equals(id))) {
        throw new CommandLine.ParameterException(
            line, messages.text("cli.standard.topic", id, String.join(", ", topics)));
      }
    }
    return ids.isEmpty() ? chosen : chosen.onlyStandards(ids);
  }

  private static void refuseUnknown(
      String message, List<String> wanted, List<String> all, CommandLine line, Messages messages) {
    Set<String> known = new TreeSet<>(all);
    for (String one : wanted) {
      if (!known.contains(one)) {
        throw new CommandLine.ParameterException(
            line,
            Nearest.to(one, known)
                .map(near -> messages.text(message + ".near", one, near))
                .orElseGet(() -> messages.text(message, one, String.join(", ", known))));
      }
    }
  }
}
