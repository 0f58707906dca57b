package org.dudao.spark;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.fact.Intake;
import org.dudao.report.Deficiency;
import org.dudao.report.Standard;
import org.dudao.report.Tally;
import org.dudao.report.Totals;
import org.dudao.report.Verdict;

/**
 * Writes totals as a line of text and reads it back. Standards are told by their numbers among all that the rules of
 * the run know, which are the same in every process of the run.
 */
final class TotalsCodec {
  private static final String PARTS = "\t";
  private static final String ITEMS = " ";
  private static final String COUNTS = ":";

  private final List<Standard> standards;
  private final Map<Standard, Integer> numbers = new HashMap<>();

  /**
   * @param standards all that a report of the run may cite, in an order that is the same everywhere
   */
  TotalsCodec(List<Standard> standards) {
    this.standards = standards;
    for (int i = 0; i < standards.size(); i++) {
      numbers.put(standards.get(i), i);
    }
  }

  /** These totals as a line, without line feed. */
  String line(Totals totals) {
    Map<String, Integer> numberOf =
        totals.versions().stream().collect(Collectors.toMap(Standard::id, numbers::get, Math::max));
    return String.join(
        PARTS,
        String.valueOf(totals.bureaus()), String.valueOf(totals.facts()), String.valueOf(totals.problems()),
        totals.verdictOfAdded().name(), joined(totals.deficienciesOfAdded(), Deficiency::name),
        counts(totals.numbers()),
        joined(totals.versions().stream().map(numbers::get).sorted().toList(), String::valueOf),
        joined(
            totals.tallies().entrySet(), one -> numberOf.get(one.getKey()) + COUNTS + counts(one.getValue())),
        counts(totals.intake()));
  }

  /** What executors know: the files are known to who sent them. */
  private static String counts(Intake intake) {
    return intake.broken() + COUNTS + intake.documents() + COUNTS + intake.skipped() + COUNTS + intake.facts() + COUNTS
        + intake.setAside();
  }

  private static Intake intake(String counts) {
    long[] parts = Arrays.stream(counts.split(COUNTS)).mapToLong(Long::parseLong).toArray();
    return new Intake(0, parts[0], parts[1], parts[2], parts[3], parts[4], List.of());
  }

  private static String counts(Tally tally) {
    return tally.pass() + COUNTS + tally.fail() + COUNTS + tally.unknown() + COUNTS + tally.query() + COUNTS
        + tally.unkept();
  }

  private static Tally tally(String counts) {
    return Tally.of(Arrays.stream(counts.split(COUNTS)).mapToInt(Integer::parseInt).toArray());
  }

  /** The totals of that line. */
  Totals totals(String line) {
    String[] parts = line.split(PARTS, -1);
    List<Standard> versions = items(parts[6]).stream().map(number -> standards.get(Integer.parseInt(number))).toList();
    Map<String, Tally> tallies = new HashMap<>();
    for (String item : items(parts[7])) {
      String[] numbered = item.split(COUNTS, 2);
      tallies.put(standards.get(Integer.parseInt(numbered[0])).id(), tally(numbered[1]));
    }
    return Totals.of(
        Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Verdict.valueOf(parts[3]),
        items(parts[4]).stream().map(Deficiency::valueOf).collect(Collectors.toSet()), tally(parts[5]), versions, tallies,
        intake(parts[8]));
  }

  /** What all these lines come to together. */
  Totals sum(Iterable<String> lines) {
    Totals sum = new Totals();
    lines.forEach(line -> sum.add(totals(line)));
    return sum;
  }

  private static <T> String joined(Collection<T> items, Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining(ITEMS));
  }

  private static List<String> items(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(ITEMS));
  }
}
