package org.dudao.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.Shipped;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.Source;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Report;

/** Small worlds: the shipped rules under limits written for one test, and facts on one line. */
public final class World {
  private static final String HEADER =
      "id,rule,applies_to,value,unit,level,from,until,dated_by,announced,title,title_en,document,clause,remedy,ref\n";

  private World() {}

  /** The limits of rows such as {@code cn-43: class-size.t, class-size.students, primary, 45, students, must, 2012-01-01,, built, 2011-05-01}. */
  public static List<Limit> limits(String... rows) throws InputException {
    Map<String, StringBuilder> tables = new LinkedHashMap<>();
    for (String row : rows) {
      String[] parts = row.split(":", 2);
      String[] cells = parts[1].strip().split(",", -1);
      String topic = cells[0].substring(0, cells[0].indexOf('.'));
      StringBuilder table =
          tables.computeIfAbsent(parts[0].strip() + "/" + topic + ".csv", path -> new StringBuilder(HEADER));
      for (int i = 0; i < 10; i++) {
        table.append(i < cells.length ? cells[i].strip() : "").append(',');
      }
      table.append("标题,Title,文件,,,\n");
    }
    List<Source> sources = new ArrayList<>();
    tables.forEach((path, table) -> sources.add(new Source(path, path, table.toString().getBytes(StandardCharsets.UTF_8))));
    return new LimitReader(Shipped.CODES).read(sources);
  }

  /** The shipped rules, judging by these limits alone. */
  public static Checker checker(String... rows) {
    List<Limit> own = Shipped.read(() -> limits(rows));
    List<Limit> all = new ArrayList<>(Shipped.LIMITS);
    all.addAll(own);
    return Shipped.checker(all).only(own::contains);
  }

  public static Facts facts(String region, String asOf, String arrays) {
    return facts(region, asOf, "", arrays);
  }

  /** The same of a bureau that has so many schools in all. */
  public static Facts factsOf(int schools, String region, String asOf, String arrays) {
    return facts(region, asOf, ", \"schoolCount\": " + schools, arrays);
  }

  private static Facts facts(String region, String asOf, String ofBureau, String arrays) {
    String document =
        "{\"bureau\": {\"id\": \"b\", \"region\": \"" + region + "\"" + ofBureau + "}, \"asOf\": \"" + asOf + "\""
            + (arrays.isEmpty() ? "" : ", " + arrays) + "}";
    return Shipped.facts(document.getBytes(StandardCharsets.UTF_8));
  }

  /** Outcome and what was found of that subject, such as {@code FAIL 46}; {@code NONE} when nothing was. */
  public static String outcome(Report report, String subject) {
    List<Finding> findings =
        report.byStandard().stream().filter(finding -> finding.subject().id().equals(subject)).toList();
    if (findings.size() > 1) {
      throw new AssertionError("several findings for " + subject + ": " + findings);
    }
    if (findings.isEmpty()) {
      return "NONE";
    }
    Datum found = findings.get(0).found();
    return findings.get(0).outcome() + " " + (found == null ? null : found.text());
  }

  /** The only finding of the report. */
  public static Finding only(Report report) {
    if (report.byStandard().size() != 1) {
      throw new AssertionError(report.byStandard().size() + " findings: " + report.byStandard() + report.unchecked());
    }
    return report.byStandard().get(0);
  }
}
