package org.dudao.bench.peers;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dudao.engine.Checker;
import org.dudao.engine.RuleBook;
import org.dudao.fact.Codes;
import org.dudao.fact.Facts;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.FactReader;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
import org.dudao.report.Finding;
import org.dudao.report.Outcome;
import org.dudao.report.Report;

/** This project with its shipped rules and tables, restricted to the standards of the common work. */
final class DudaoPeer implements Peer {
  private static final Set<String> STANDARDS =
      Set.of(
          "class-size.primary.design", "class-size.junior.design", "class-size.senior.design", "class-size.large",
          "class-size.super-large", "staffing.primary.unified", "staffing.junior.unified", "staffing.senior.unified");

  @Override
  public void judge(Path counties, Violations violations) throws IOException, InputException {
    RuleFiles files = RuleFiles.shipped();
    Codes codes = new CodeReader().read(files.codes());
    Checker checker =
        Checker.of(
                RuleBook.of(files.rules(), codes),
                new LimitReader(codes).read(files.limits()),
                new CalendarReader().read(files.calendars()))
            .only(limit -> STANDARDS.contains(limit.id()));
    try (BufferedReader lines = Files.newBufferedReader(counties)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        tell(checker.check(facts(codes, line)), violations);
      }
    }
  }

  private static Facts facts(Codes codes, String county) throws InputException {
    InputStream in = new ByteArrayInputStream(county.getBytes(StandardCharsets.UTF_8));
    FactReader.Result read = new FactReader(codes, null, in).read(List.of("-"));
    if (!read.problems().isEmpty()) {
      throw new InputException(read.problems());
    }
    return read.facts().get(0);
  }

  private static void tell(Report report, Violations violations) {
    for (Finding finding : report.findings()) {
      if (finding.outcome() == Outcome.FAIL) {
        violations.add(finding.standard().id(), finding.subject().bureau(), finding.subject().id(), finding.found());
      }
    }
  }
}
