package org.dudao.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.UnknownName;

/**
 * The profile, topics and standards by which somebody wants to judge; where none is named, by all.
 *
 * @param profile its name; null for none
 * @param standards their ids; that of a limit that is announced may have its day, as reports cite it
 */
public record Selection(String profile, List<String> topics, List<String> standards) implements Serializable {
  private static final Origin COMMAND_LINE = Origin.of("command line");

  public Selection {
    topics = List.copyOf(topics);
    standards = standards.stream().map(id -> id.replaceFirst("~.*", "")).distinct().toList();
  }

  /** What is wrong with the names: one that nothing has would check nothing. */
  public List<Problem> problems(Checker all) {
    List<Problem> problems = new ArrayList<>();
    if (profile != null) {
      refuseUnknown(ProblemCode.UNKNOWN_PROFILE, List.of(profile), all.profiles().keySet(), problems);
    }
    refuseUnknown(ProblemCode.UNKNOWN_TOPIC, topics, all.limits().stream().map(Limit::topic).toList(), problems);
    refuseUnknown(ProblemCode.UNKNOWN_STANDARD, standards, all.limits().stream().map(Limit::id).toList(), problems);
    if (problems.isEmpty() && !topics.isEmpty()) {
      Set<String> ofTopics = new TreeSet<>();
      all.limits().stream().filter(limit -> topics.contains(limit.topic())).forEach(limit -> ofTopics.add(limit.id()));
      standards.stream()
          .filter(id -> !ofTopics.contains(id))
          .forEach(id ->
              problems.add(
                  Problem.of(ProblemCode.STANDARD_OF_OTHER_TOPIC, COMMAND_LINE, id, String.join(", ", topics))));
    }
    return problems;
  }

  private static void refuseUnknown(
      ProblemCode code, List<String> wanted, Collection<String> all, List<Problem> problems) {
    Set<String> known = new TreeSet<>(all);
    for (String one : wanted) {
      if (!known.contains(one)) {
        problems.add(Problem.of(code, COMMAND_LINE, new UnknownName(one, known)));
      }
    }
  }

  /** What is wanted of all that can be checked. */
  public Checker of(Checker all) {
    Checker ofProfile = profile == null ? all : all.of(all.profiles().get(profile));
    Checker ofTopics = topics.isEmpty() ? ofProfile : ofProfile.only(limit -> topics.contains(limit.topic()));
    return standards.isEmpty() ? ofTopics : ofTopics.onlyStandards(standards);
  }
}
