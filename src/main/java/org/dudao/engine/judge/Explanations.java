package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.fact.Explanation;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Subject;
import org.dudao.fact.UnknownName;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;

/** What a bureau says of its figures that are right although they are doubted. A contradiction is not explained away. */
public final class Explanations {
  private final Facts facts;
  private final Map<Doubted, List<String>> texts = new LinkedHashMap<>();
  /** What nobody has doubted yet, each with its place. */
  private final Map<Doubted, Origin> unused = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<FactKind, Set<String>> ids = new EnumMap<>(FactKind.class);

  /** A fact by its id, and the standard that doubts it, which tells of what kind the fact is. */
  private record Doubted(String standard, String subject) {}

  /**
   * The explanations among the facts.
   *
   * @param standards the ids of all standards; those that doubt figures each with the kind of fact that they judge
   */
  public Explanations(Facts facts, Map<String, Optional<FactKind>> standards) {
    this.facts = facts;
    List<Explanation> all = facts.of(Explanation.class);
    for (int number = 0; number < all.size(); number++) {
      add(all.get(number), number, standards);
    }
  }

  private void add(Explanation one, int number, Map<String, Optional<FactKind>> standards) {
    FactKind kind = standards.getOrDefault(one.standard(), Optional.empty()).orElse(null);
    if (!standards.containsKey(one.standard())) {
      problems.add(
          Problem.of(
              ProblemCode.UNKNOWN_STANDARD, place(number, "standard"),
              new UnknownName(one.standard(), new TreeSet<>(standards.keySet()))));
    } else if (kind == null) {
      problems.add(Problem.of(ProblemCode.EXPLAINS_NO_QUERY, place(number, "standard"), one.standard()));
    } else if (ids(kind).contains(one.subject())) {
      Doubted doubted = new Doubted(one.standard(), one.subject());
      texts.computeIfAbsent(doubted, key -> new ArrayList<>()).add(one.text());
      unused.putIfAbsent(doubted, place(number, null));
    } else if (!facts.setAside().containsKey(kind)) {
      problems.add(
          Problem.of(
              ProblemCode.UNKNOWN_REFERENCE, place(number, "subject"), kind.property(),
              new UnknownName(one.subject(), ids(kind))));
    }
  }

  private Origin place(int number, String component) {
    return facts.places().of(FactKind.EXPLANATION, number, component);
  }

  private Set<String> ids(FactKind kind) {
    return ids.computeIfAbsent(
        kind, key -> facts.of(key).stream().map(Subject::id).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The finding, which passes when it doubts what is explained. */
  Finding heard(Finding finding) {
    if (finding.outcome() != Outcome.QUERY || texts.isEmpty()) {
      return finding;
    }
    Doubted doubted = new Doubted(finding.standard().id(), finding.subject().id());
    List<String> said = texts.get(doubted);
    if (said == null) {
      return finding;
    }
    unused.remove(doubted);
    return finding.explainedBy(said);
  }

  /** What is wrong with them, and after the judging which of them explain what nobody doubts. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    unused.forEach((doubted, at) ->
        all.add(Problem.of(ProblemCode.EXPLAINS_NOTHING, at, doubted.standard(), doubted.subject())));
    return all;
  }
}
