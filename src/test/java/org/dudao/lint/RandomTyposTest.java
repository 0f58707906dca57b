package org.dudao.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dudao.EditedRules;
import org.dudao.engine.rule.Linker;
import org.dudao.fact.Limit;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;
import org.dudao.load.LayeredLimits;
import org.dudao.load.LimitReader;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;
import org.junit.jupiter.api.Test;

/** One key hit wrongly in any cell of any table of limits: refused, warned of, or without any effect on who is judged how. */
class RandomTyposTest {
  private static final int TYPOS = 500;
  private static final double LEAST_TOLD = 0.95;
  private static final String KEYS = "abcdefghijklmnopqrstuvwxyz0123456789.,-";
  private static final List<Source> TABLES = RuleFiles.shipped().limits();

  private static final class Rate {
    private int harmless;
    private int told;
    private int untold;
  }

  @Test
  void most_typos_that_change_law_are_told() {
    Random random = new Random(13);
    Map<String, Rate> byColumn = new TreeMap<>();
    List<String> untold = new ArrayList<>();
    for (int i = 0; i < TYPOS; i++) {
      Source table = TABLES.get(random.nextInt(TABLES.size()));
      List<String> lines = new ArrayList<>(text(table).lines().toList());
      int line = 1 + random.nextInt(lines.size() - 1);
      String[] header = cells(lines.get(0));
      String[] row = cells(lines.get(line));
      int column = random.nextInt(Math.min(row.length, header.length));
      String before = row[column];
      row[column] = typo(before, random);
      lines.set(line, String.join(",", row));
      Rate rate = byColumn.computeIfAbsent(header[column], key -> new Rate());
      RuleBook book = book(table, String.join("\n", lines) + "\n");
      boolean isTold = !book.problems().isEmpty() || Linter.warnings(book, EditedRules.SHIPPED).stream().anyMatch(one -> !one.lint().isNote());
      if (isTold) {
        rate.told++;
      } else if (law(book.limits()).equals(law(EditedRules.SHIPPED.limits()))) {
        rate.harmless++;
      } else {
        rate.untold++;
        untold.add(table.path() + ":" + (line + 1) + " " + header[column] + ": " + before + " -> " + row[column]);
      }
    }
    byColumn.forEach((column, rate) ->
        System.out.printf(
            "%-12s told %3d, untold %2d, without effect %3d%n", column, rate.told, rate.untold, rate.harmless));
    int told = byColumn.values().stream().mapToInt(rate -> rate.told).sum();
    assertThat((double) told / (told + untold.size())).as("told of %s", untold).isGreaterThanOrEqualTo(LEAST_TOLD);
  }

  /** What decides who is judged, and how. */
  private static List<List<Object>> law(List<Limit> limits) {
    return limits.stream()
        .map(limit ->
            Arrays.<Object>asList(
                limit.id(), limit.rule(), limit.scope(), limit.value(), limit.unit(), limit.level(), limit.from(),
                limit.until(), limit.announced(), limit.datedBy(), limit.calendars(), limit.suspended(), limit.region()))
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .collect(Collectors.toList());
  }

  /** The shipped rules with another text of one table; the other tables need not be read again. */
  private static RuleBook book(Source table, String text) {
    RuleBook shipped = EditedRules.SHIPPED;
    Source edited = new Source(table.name(), table.path(), text.getBytes(StandardCharsets.UTF_8));
    List<Problem> problems = new ArrayList<>();
    List<Limit> limits =
        new ArrayList<>(
            shipped.limits().stream().filter(limit -> !limit.origin().file().equals(table.name())).toList());
    List<Limit> own = law(shipped, edited, problems);
    limits.addAll(own);
    try {
      Linker.link(shipped.rules(), own, shipped.calendars().keySet());
    } catch (InputException e) {
      // Rules have their limits in all tables.
      e.problems().stream()
          .filter(one -> one.code() != ProblemCode.RULE_WITHOUT_LIMIT)
          .filter(one -> !one.code().text().startsWith(ProblemCode.RULE_UNKNOWN_LIMIT.text()))
          .forEach(problems::add);
    }
    return new RuleBook(
        RuleFiles.shipped().overShipped(), shipped.codes(), shipped.declared(), shipped.rules(), limits, limits,
        shipped.calendars(), Map.of(table.name(), edited), null, List.of(), problems);
  }

  private static List<Limit> law(RuleBook shipped, Source table, List<Problem> problems) {
    LayeredLimits law = new LimitReader(shipped.codes()).law(List.of(table), problems);
    try {
      law.requireSound();
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    return law.limits();
  }

  /** A key too many, one too few, another one, or two swapped. */
  private static String typo(String cell, Random random) {
    char key = KEYS.charAt(random.nextInt(KEYS.length()));
    if (cell.isEmpty()) {
      return String.valueOf(key);
    }
    int at = random.nextInt(cell.length());
    return switch (random.nextInt(4)) {
      case 0 -> cell.substring(0, at) + key + cell.substring(at);
      case 1 -> cell.substring(0, at) + cell.substring(at + 1);
      case 2 -> cell.substring(0, at) + key + cell.substring(at + 1);
      default -> at + 1 < cell.length()
          ? cell.substring(0, at) + cell.charAt(at + 1) + cell.charAt(at) + cell.substring(at + 2)
          : cell + key;
    };
  }

  private static String text(Source table) {
    return new String(table.bytes(), StandardCharsets.UTF_8);
  }

  private static String[] cells(String line) {
    return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }
}
