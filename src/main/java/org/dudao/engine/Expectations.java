package org.dudao.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;

/**
 * What somebody who receives facts will not take on the word of who submits them: from where they are, and by which rules
 * they are judged.
 *
 * @param regions codes of regions from which they may be, each with what lies in it; none for all
 * @param rules the fingerprint of the rules, or its beginning; null for any
 */
public record Expectations(List<String> regions, String rules) implements Serializable {
  private static final Origin REGION = Origin.of("--expect-region");
  private static final Origin RULES = Origin.of("--expect-rules");
  /** So many digits are shown in reports; fewer could be met by chance. */
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{12,64}");

  public Expectations {
    regions = List.copyOf(regions);
    rules = rules == null ? null : rules.toLowerCase(Locale.ROOT);
  }

  /** What is wrong with them themselves: what nothing can meet. */
  public List<Problem> problems(Checker all) {
    List<Problem> problems = new ArrayList<>();
    for (String region : regions) {
      all.unknownRegion(region, REGION).ifPresent(problems::add);
    }
    if (rules != null && !FINGERPRINT.matcher(rules).matches()) {
      problems.add(Problem.of(ProblemCode.FINGERPRINT, RULES, rules));
    }
    return problems;
  }

  /**
   * Holds the rules against what is expected.
   *
   * @throws InputException when they are others
   */
  public void require(ReadyRules ready) throws InputException {
    if (rules != null && !ready.fingerprint().startsWith(rules)) {
      throw new InputException(List.of(Problem.of(ProblemCode.RULES_UNEXPECTED, RULES, ready.fingerprint(), rules)));
    }
  }

  /** The same, which judges nothing that is from elsewhere. */
  public Checker of(Checker all) {
    return regions.isEmpty() ? all : all.expecting(regions);
  }
}
