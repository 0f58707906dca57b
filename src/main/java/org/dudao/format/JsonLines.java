package org.dudao.format;

import java.time.LocalDate;
import java.util.List;
import org.dudao.fact.Language;
import org.dudao.fact.Level;
import org.dudao.fact.Problem;
import org.dudao.fact.Words;
import org.dudao.report.Finding;
import org.dudao.report.Report;
import org.dudao.report.Standard;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the JSON report holds, each thing an object on a line of its own, for runs that are too large for one document. */
public final class JsonLines {
  private static final JsonMapper MAPPER =
      JsonFormat.MAPPER.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();

  private final Messages messages;
  private final Wording wording;

  public JsonLines(Language language) {
    this.messages = Messages.of(language);
    this.wording = new Wording(messages);
  }

  record Bureau(
      JsonFormat.Bureau bureau, String verdict, JsonFormat.Counts counts, List<Total> standards,
      List<JsonFormat.Unchecked> unchecked, List<JsonFormat.Problem> problems) {}

  /** The total of a standard in its newest version, whose region and first day tell which of several bureaus has the newest. */
  record Total(String id, String title, String level, String region, LocalDate from, int pass, int fail, int unknown) {}

  record Unreadable(String file, int line, List<JsonFormat.Problem> problems, String raw) {}

  /** The finding, as in the report's list of findings. */
  public String finding(Finding finding) {
    return MAPPER.writeValueAsString(JsonFormat.finding(finding, wording));
  }

  /** All of a bureau's report but its findings. */
  public String bureau(Report report, Level failOn) {
    Outline outline = new Outline(report);
    return MAPPER.writeValueAsString(
        new Bureau(
            JsonFormat.bureau(report.bureaus().get(0)),
            Words.of(report.verdict(failOn)),
            JsonFormat.counts(report, outline),
            outline.standards().stream().map(this::total).toList(),
            JsonFormat.unchecked(report),
            problems(report.problems())));
  }

  /** A line that could not be used, with everything that is wrong with it. */
  public String unreadable(String file, int line, List<Problem> problems, String raw) {
    return MAPPER.writeValueAsString(new Unreadable(file, line, problems(problems), raw));
  }

  private Total total(Outline.StandardTotal total) {
    Standard newest = total.newest();
    return new Total(
        total.id(), wording.title(newest), Words.of(newest.level()), newest.region(), newest.from(),
        total.tally().pass(), total.tally().fail(), total.tally().unknown());
  }

  private List<JsonFormat.Problem> problems(List<Problem> problems) {
    return problems.stream().map(problem -> JsonFormat.problem(problem, messages)).toList();
  }
}
