package org.dudao.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dudao.engine.Checker;
import org.dudao.engine.ReadyRules;
import org.dudao.fact.Problem;
import org.dudao.load.FactStream;
import org.dudao.load.InputException;
import org.dudao.report.Digest;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;

/** This project with its shipped rules and tables, restricted to the standards of the common work. */
final class DudaoPeer implements Peer {
  static final Set<String> STANDARDS =
      Set.of(
          "class-size.primary.design", "class-size.junior.design", "class-size.senior.design", "class-size.large",
          "class-size.super-large", "staffing.primary.unified", "staffing.junior.unified", "staffing.senior.unified");

  @Override
  public void judge(Path counties, Violations violations) throws IOException, InputException {
    ReadyRules rules = ReadyRules.shipped();
    Checker checker = rules.checker().only(limit -> STANDARDS.contains(limit.id()));
    FactStream facts = new FactStream(rules.codes(), null, InputStream.nullInputStream());
    List<Problem> problems = new ArrayList<>();
    facts.forEach(List.of(counties.toString()), problems, county -> {
      try {
        tell(checker.digest(facts.read(county)), violations);
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    });
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  private static void tell(Digest digest, Violations violations) {
    for (Finding finding : digest.findings()) {
      if (finding.outcome() == Outcome.FAIL) {
        violations.add(finding.standard().id(), finding.subject().bureau(), finding.subject().id(),
            finding.found().text());
      }
    }
  }
}
