package org.dudao.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dudao.fact.Problem;
import org.dudao.fact.VisibleText;
import org.dudao.fact.Words;
import org.dudao.report.Finding;
import org.dudao.report.InputFile;
import org.dudao.report.Outcome;
import org.dudao.report.Report;
import org.dudao.report.Tally;
import org.dudao.report.Unchecked;
import org.dudao.report.Verdict;

/** One report being written for a terminal, from the top down. */
final class TextPage {
  private static final int COLUMNS = 120;
  /** A topic, its standards, and a count of each outcome. */
  private static final int TOTALS_COLUMNS = 2 + Outcome.values().length;
  private static final int WIDEST_FOUND = 16;
  private static final int WIDEST_CELL = 34;
  private static final int GAP = 2;
  private static final int DEEPEST = 34;
  private static final int FEW_INPUTS = 8;
  private static final int SHORT_HASH = 12;

  /** How a cell or a line stands out on a screen with colours. */
  private enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    MAGENTA("35"),
    CYAN("36");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  private record Cell(String text, Style style) {}

  /** A line of a table: aligned cells, then a title, and below them what explains it, each with a word before it. */
  private record AlignedRow(List<Cell> cells, String title, List<Detail> details) {}

  private record Detail(String label, String text) {}

  private final Report report;
  private final Context context;
  private final Messages messages;
  private final Wording wording;
  private final Outline outline;
  private final StringBuilder page = new StringBuilder();

  TextPage(Report report, Context context) {
    this.report = report;
    this.context = context;
    this.messages = Messages.of(context.language());
    this.wording = new Wording(messages);
    this.outline = new Outline(report);
  }

  String written() {
    heading();
    findings();
    unkept();
    doubted();
    explained();
    unknown();
    unchecked();
    unused();
    problems();
    totals();
    inputs();
    verdict();
    return page.toString();
  }

  private void heading() {
    line(Style.BOLD, messages.text("report.title") + "  " + messages.text("report.tool") + " " + context.version());
    new OwnRulesText(messages)
        .heading(context.own(), report)
        .ifPresent(words -> line(Style.MAGENTA, words));
  }

  private void findings() {
    for (Outline.BureauPart bureau : outline.bureaus(told())) {
      line(Style.PLAIN, "");
      line(Style.BOLD, messages.text("report.bureau", bureau.label(), bureau.id(), bureau.region()));
      line(
          Style.PLAIN,
          "  "
              + messages.text("report.as-of", wording.dates(bureau.dates()))
              + "  " + messages.text("report.facts", bureau.facts())
              + "  " + wording.counts(bureau.tally()));
      if (bureau.tally().fail() == 0) {
        line(
            Style.PLAIN,
            "  " + (bureau.tally().all() == 0 ? messages.text("report.nothing-judged") : wording.noFailures(report)));
      }
      table(bureau).print();
    }
  }

  private AlignedTable table(Outline.BureauPart bureau) {
    AlignedTable table = new AlignedTable(4);
    for (Outline.SubjectPart subject : bureau.subjects()) {
      table.group(wording.subject(subject.subject()));
      subject.findings().forEach(finding -> table.add(row(finding)));
    }
    return table;
  }

  private void unkept() {
    section(messages.text("heading.unkept"), report.tally().unkept());
    tables(outline.bureaus(Outcome.UNKEPT));
  }

  private void doubted() {
    section(messages.text("heading.query"), report.tally().query());
    tables(outline.bureaus(Outcome.QUERY));
  }

  private void explained() {
    section(messages.text("heading.explained"), outline.explanations());
    tables(outline.explained());
  }

  private void tables(List<Outline.BureauPart> bureaus) {
    for (Outline.BureauPart bureau : bureaus) {
      if (report.bureaus().size() > 1 && bureau.findings() > 0) {
        line(Style.PLAIN, "");
        line(Style.BOLD, "  " + bureau.label());
      }
      table(bureau).print();
    }
  }

  private void unknown() {
    section(messages.text("heading.unknown"), report.tally().unknown());
    AlignedTable table = new AlignedTable(2);
    String bureau = null;
    for (Outline.Lack lack : outline.lacks()) {
      if (report.bureaus().size() > 1 && !lack.bureau().equals(bureau)) {
        table.group(lack.bureau());
      }
      bureau = lack.bureau();
      Finding finding = lack.first();
      List<Detail> details = new ArrayList<>();
      List<Cell> cells =
          List.of(
              new Cell(finding.at().toString(), Style.DIM),
              cell(wording.missing(finding), "remark", Style.MAGENTA, COLUMNS / 2, details));
      if (finding.found() != null && lack.findings().size() == 1) {
        details.add(new Detail(label("found"), wording.found(finding)));
        details.add(new Detail(label("limit"), wording.bound(finding)));
      }
      details.add(new Detail(label("computed"), lack.findings().size() == 1 ? wording.operands(finding) : ""));
      also(finding, details);
      wording.remarks(finding).forEach(remark -> details.add(new Detail(label("remark"), remark)));
      table.add(new AlignedRow(cells, wording.subjects(lack, context.showPasses()) + "  " + title(finding), details));
    }
    table.print();
  }

  private void unchecked() {
    for (Unchecked.Reason reason : Unchecked.Reason.values()) {
      section(messages.text("unchecked." + Words.of(reason)), outline.unchecked(reason));
      List<Outline.Gap> gaps = outline.gaps(reason);
      int kinds = gaps.stream().mapToInt(gap -> Cells.width(messages.kind(gap.kind()))).max().orElse(0);
      int topics = gaps.stream().mapToInt(gap -> Cells.width(messages.topic(gap.topic()))).max().orElse(0);
      List<String> bureaus = List.of();
      for (Outline.Gap gap : gaps) {
        if (report.bureaus().size() > 1 && !gap.bureaus().equals(bureaus)) {
          bureaus = gap.bureaus();
          hanging("  ", wording.bureaus(outline.labels(bureaus)));
        }
        hanging(
            "    "
                + Cells.padded(messages.kind(gap.kind()), kinds) + "  "
                + Cells.padded(messages.topic(gap.topic()), topics) + "  ",
            context.showPasses()
                ? String.join(" ", gap.standards())
                : messages.text("unchecked.count", gap.standards().size()));
      }
    }
    if (!report.unchecked().isEmpty() && !context.showPasses()) {
      line(Style.DIM, "  " + messages.text("unchecked.hint"));
    }
  }

  private void unused() {
    if (report.unused() == null) {
      return;
    }
    section(messages.text("heading.unused"), (int) report.unused().figures());
    hanging("  ", wording.unused(report.unused()));
    AlignedTable table = new AlignedTable(2);
    for (Outline.UnusedPart part : outline.unused()) {
      List<Cell> cells =
          List.of(
              new Cell(part.places().get(0).toString(), Style.DIM),
              new Cell(messages.text("unused.count", part.places().size()), Style.PLAIN));
      table.add(new AlignedRow(cells, wording.unused(part), List.of()));
    }
    table.print();
  }

  private void problems() {
    section(messages.text("heading.problems"), report.problems().size());
    for (Problem problem : report.problems()) {
      line(Style.RED, "  " + problem.at());
      hanging("    ", messages.problem(problem));
      if (problem.count() > 1) {
        hanging("    ", messages.elsewhere(problem));
      }
    }
  }

  private void totals() {
    List<Outline.TopicTotal> topics = outline.topics();
    section(messages.text("heading.topics"), topics.size());
    if (topics.isEmpty()) {
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            label("topic"), label("standards"), messages.text("count.pass"), messages.text("count.fail"),
            messages.text("count.unkept"), messages.text("count.query"), messages.text("count.unknown")));
    topics.forEach(topic -> lines.add(totals(messages.topic(topic.topic()), topic.standards(), topic.tally())));
    lines.add(
        totals(
            messages.text("count.total"), topics.stream().mapToInt(Outline.TopicTotal::standards).sum(),
            report.tally()));
    int[] widths =
        IntStream.range(0, TOTALS_COLUMNS)
            .map(column -> lines.stream().mapToInt(cells -> Cells.width(cells.get(column))).max().orElse(0))
            .toArray();
    for (List<String> cells : lines) {
      StringBuilder line = new StringBuilder("  ").append(Cells.padded(cells.get(0), widths[0]));
      IntStream.range(1, TOTALS_COLUMNS)
          .forEach(column -> line.append("  ").append(Cells.paddedLeft(cells.get(column), widths[column])));
      line(Style.PLAIN, line.toString());
    }
  }

  private void inputs() {
    section(messages.text("heading.inputs"), report.inputs().size());
    outline
        .inputs()
        .forEach(
            (role, inputs) -> {
              if (inputs.size() > FEW_INPUTS) {
                input(role, messages.text("input.files", inputs.size()), InputFile.fingerprint(inputs));
              } else {
                inputs.forEach(input -> input(role, input.file(), input.sha256()));
              }
            });
  }

  private void input(InputFile.Role role, String file, String sha256) {
    int roles =
        outline.inputs().keySet().stream().mapToInt(one -> Cells.width(role(one))).max().orElse(0);
    String hash = sha256.substring(0, Math.min(SHORT_HASH, sha256.length()));
    line(Style.PLAIN, "  " + hash + "  " + Cells.padded(role(role), roles) + "  " + file);
  }

  private void verdict() {
    Verdict verdict = report.verdict(context.failOn());
    line(Style.PLAIN, "");
    line(
        verdict == Verdict.CLEAN ? Style.GREEN : verdict == Verdict.VIOLATIONS ? Style.RED : Style.MAGENTA,
        messages.text(
            "verdict.line", wording.verdict(report, context.failOn()), wording.why(report, context.failOn())));
    StringBuilder counts = new StringBuilder();
    wording
        .marks(report.findings())
        .forEach((mark, count) -> counts.append(messages.text("mark." + mark)).append(' ').append(count).append("  "));
    line(
        Style.PLAIN,
        counts + messages.text("count.unchecked") + " " + report.uncheckedForLackOfFacts().size());
    intake();
  }

  private void intake() {
    IntakeText intake = new IntakeText(messages);
    line(Style.PLAIN, intake.line(report.intake()));
    intake.unread(report.intake(), IntakeText.FEW).ifPresent(names -> line(Style.MAGENTA, names));
  }

  private Outcome[] told() {
    return context.showPasses() ? new Outcome[] {Outcome.FAIL, Outcome.PASS} : new Outcome[] {Outcome.FAIL};
  }

  private AlignedRow row(Finding finding) {
    List<Detail> details = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(finding.at().toString(), Style.DIM));
    cells.add(new Cell(wording.mark(finding), style(finding)));
    cells.add(cell(wording.found(finding), "found", Style.BOLD, WIDEST_FOUND, details));
    cells.add(cell(wording.bound(finding), "limit", Style.PLAIN, WIDEST_CELL, details));
    cells.add(cell(wording.difference(finding), "difference", Style.PLAIN, WIDEST_CELL, details));
    details.add(new Detail(label("computed"), wording.operands(finding)));
    also(finding, details);
    details.add(new Detail(label("authority"), wording.authority(finding.standard())));
    if (finding.outcome() != Outcome.PASS) {
      details.add(new Detail(label("remedy"), wording.remedy(finding.standard())));
    }
    wording.remarks(finding).forEach(remark -> details.add(new Detail(label("remark"), remark)));
    return new AlignedRow(cells, title(finding), details);
  }

  /** What the other standards of the family say, those that pass where passes are told. */
  private void also(Finding finding, List<Detail> details) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.PASS || context.showPasses()) {
        details.add(new Detail(label("also." + Words.of(outcome)), wording.also(finding, outcome)));
      }
    }
  }

  /** A long value would push the columns apart for all: it is told below the line. */
  private Cell cell(String text, String column, Style style, int widest, List<Detail> details) {
    if (Cells.width(text) <= widest) {
      return new Cell(text, style);
    }
    details.add(new Detail(label(column), text));
    return new Cell(messages.text("report.see-below"), Style.DIM);
  }

  private String title(Finding finding) {
    return wording.title(finding.standard()) + " [" + finding.standard().id() + "]";
  }

  private List<String> totals(String topic, int standards, Tally tally) {
    return List.of(
        topic, String.valueOf(standards), String.valueOf(tally.pass()), String.valueOf(tally.fail()),
        String.valueOf(tally.unkept()), String.valueOf(tally.query()), String.valueOf(tally.unknown()));
  }

  private String label(String column) {
    return messages.text("column." + column);
  }

  private String role(InputFile.Role role) {
    return messages.text("role." + Words.of(role));
  }

  private static Style style(Finding finding) {
    return switch (finding.outcome()) {
      case PASS -> Style.GREEN;
      case UNKNOWN -> Style.MAGENTA;
      case QUERY -> Style.CYAN;
      case UNKEPT -> Style.YELLOW;
      case FAIL ->
          switch (finding.standard().level()) {
            case MUST -> Style.RED;
            case SHOULD -> Style.YELLOW;
            case NOTE, QUERY -> Style.BLUE;
          };
    };
  }

  /** The heading of a part that is there only when it has something to say. */
  private void section(String heading, int count) {
    if (count > 0) {
      line(Style.PLAIN, "");
      line(Style.BOLD, heading + " (" + count + ")");
    }
  }

  private void line(Style style, String text) {
    page.append(styled(style, VisibleText.of(text))).append('\n');
  }

  /** A text that goes on below itself, not below what introduces it. */
  private void hanging(String introduction, String text) {
    String before = introduction;
    for (String part : Cells.wrapped(VisibleText.of(text), COLUMNS - Cells.width(introduction))) {
      line(Style.PLAIN, before + part);
      before = " ".repeat(Cells.width(introduction));
    }
  }

  private String styled(Style style, String text) {
    return context.colour() && style != Style.PLAIN && !text.isEmpty()
        ? "\u001b[" + style.code + "m" + text + "\u001b[0m"
        : text;
  }

  /**
   * Rows that share their columns, the place first. Where all of them fit, titles stand in the line; where the columns
   * alone do not fit, each place has a line of its own.
   */
  private final class AlignedTable {
    private final int indent;
    private final List<Object> lines = new ArrayList<>();

    AlignedTable(int indent) {
      this.indent = indent;
    }

    void group(String heading) {
      lines.add(heading);
    }

    void add(AlignedRow row) {
      lines.add(row);
    }

    void print() {
      List<AlignedRow> rows = lines.stream().filter(AlignedRow.class::isInstance).map(AlignedRow.class::cast).toList();
      if (rows.isEmpty()) {
        return;
      }
      int[] widths =
          IntStream.range(0, rows.get(0).cells().size())
              .map(column -> rows.stream().mapToInt(row -> width(row.cells().get(column))).max().orElse(0))
              .toArray();
      int last = widths.length - 1;
      int beforeLast = end(indent, 0, widths) - widths[last] - GAP;
      boolean placesApart = rows.stream().anyMatch(row -> beforeLast + width(row.cells().get(last)) > COLUMNS);
      int left = placesApart ? indent + 2 * GAP : indent;
      int end = end(left, placesApart ? 1 : 0, widths);
      boolean titlesInLine = rows.stream().allMatch(row -> end + Cells.width(VisibleText.of(row.title())) <= COLUMNS);
      int below = placesApart ? left : Math.min(left + widths[0] + GAP, DEEPEST);
      for (Object line : lines) {
        if (line instanceof AlignedRow row) {
          StringBuilder text = new StringBuilder(" ".repeat(indent));
          if (placesApart) {
            text.append(cell(row, 0, widths).stripTrailing()).append('\n').append(" ".repeat(left));
          }
          for (int column = placesApart ? 1 : 0; column < widths.length; column++) {
            text.append(cell(row, column, widths));
          }
          page.append((text + (titlesInLine ? VisibleText.of(row.title()) : "")).stripTrailing()).append('\n');
          below(row, titlesInLine, below);
        } else {
          TextPage.this.line(Style.PLAIN, "");
          TextPage.this.line(Style.BOLD, "  " + line);
        }
      }
    }

    private void below(AlignedRow row, boolean titleInLine, int left) {
      if (!titleInLine) {
        hanging(" ".repeat(left), row.title());
      }
      int labels =
          row.details().stream()
              .filter(detail -> !detail.text().isEmpty())
              .mapToInt(detail -> Cells.width(detail.label()))
              .max()
              .orElse(0);
      for (Detail detail : row.details()) {
        if (!detail.text().isEmpty()) {
          hanging(" ".repeat(left) + Cells.padded(detail.label(), labels) + "  ", detail.text());
        }
      }
    }

    /** The cell with what separates it from the next; nothing where the whole column is empty. */
    private String cell(AlignedRow row, int column, int[] widths) {
      if (widths[column] == 0) {
        return "";
      }
      Cell cell = row.cells().get(column);
      return styled(cell.style(), VisibleText.of(cell.text())) + " ".repeat(widths[column] - width(cell) + GAP);
    }

    private int end(int left, int first, int[] widths) {
      return left + IntStream.of(widths).skip(first).filter(width -> width > 0).map(width -> width + GAP).sum();
    }

    private int width(Cell cell) {
      return Cells.width(VisibleText.of(cell.text()));
    }
  }
}
