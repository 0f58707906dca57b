package org.dudao.engine;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Facts;
import org.dudao.fact.NearestName;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Region;
import org.dudao.fact.RegionTable;
import org.dudao.fact.UnknownName;

/**
 * Which regions there are: those of the table, and those that have law or a calendar of their own. The region of a bureau
 * is its own word, and decides by what it is judged.
 *
 * @param lawful those that have law of their own
 * @param named those that have law, or a calendar
 * @param expected those from which submissions are accepted; empty when from all
 */
record Regions(Set<String> lawful, Set<String> named, List<String> expected) {
  private static final int COUNTRY = 2;
  /** In China, that all of a province or prefecture is meant. */
  private static final Pattern ALL_OF = Pattern.compile("(?<=^CN-\\d\\d|^CN-\\d{4})(00){1,2}$");

  static Regions of(Collection<String> lawful, Collection<String> ofCalendars) {
    return new Regions(
        Set.copyOf(lawful), Stream.concat(lawful.stream(), ofCalendars.stream()).collect(Collectors.toSet()), List.of());
  }

  Regions expecting(List<String> others) {
    return new Regions(lawful, named, others.stream().map(one -> one.toUpperCase(Locale.ROOT)).toList());
  }

  /** What is said of the region of these facts: that it is none of those expected. */
  Optional<Problem> refusal(Facts facts) {
    String region = facts.bureau().region();
    return expected.isEmpty() || expected.stream().anyMatch(wider -> isIn(wider, region))
        ? Optional.empty()
        : Optional.of(
            Problem.of(ProblemCode.REGION_UNEXPECTED, facts.placeOfBureau("region"), region, String.join(", ", expected)));
  }

  /** What is said of the region of these facts: that there is no such one, or no law for it. */
  Optional<Problem> doubt(Facts facts) {
    String region = facts.bureau().region();
    Origin at = facts.placeOfBureau("region");
    if (lawful.stream().noneMatch(wider -> Region.covers(wider, region))) {
      return Optional.of(Problem.of(ProblemCode.NO_STANDARDS, at, new UnknownName(region, ofCountry(region))));
    }
    Optional<RegionTable.Division> division = RegionTable.find(region);
    return division.isPresent()
        ? ended(division.get(), facts.asOf(), at)
        : unknown(region, at);
  }

  /** What is wrong with the code of a region that somebody named. */
  Optional<Problem> wrong(String region, Origin at) {
    String code = region.toUpperCase(Locale.ROOT);
    if (!Region.isCode(code)) {
      return Optional.of(Problem.of(ProblemCode.REGION, at, code));
    }
    return RegionTable.find(code).isPresent() ? Optional.empty() : unknown(code, at);
  }

  /** That no table knows a region that is no division; empty when one does, or when there is no table of its country. */
  private Optional<Problem> unknown(String region, Origin at) {
    if (!RegionTable.isOfCountry(region) || named.contains(region)) {
      return Optional.empty();
    }
    if (Region.isMasked(region)) {
      return named.stream()
          .filter(one -> NearestName.isSlip(region, one))
          .min(Comparator.naturalOrder())
          .map(near -> Problem.of(ProblemCode.REGION_UNKNOWN_NEAR, at, region, near));
    }
    return RegionTable.nearest(region)
        .map(near -> Problem.of(ProblemCode.REGION_UNKNOWN_NEAR, at, region, near))
        .or(() -> Optional.of(Problem.of(ProblemCode.REGION_UNKNOWN, at, region, around(region))));
  }

  private static String around(String region) {
    return RegionTable.around(region).map(RegionTable.Division::toString).orElseGet(() -> region.substring(0, COUNTRY));
  }

  private static Optional<Problem> ended(RegionTable.Division one, LocalDate asOf, Origin at) {
    if (one.until() == 0 || asOf.getYear() <= one.until()) {
      return Optional.empty();
    }
    return Optional.of(
        one.now().isEmpty()
            ? Problem.of(ProblemCode.REGION_ENDED, at, one, one.until())
            : Problem.of(ProblemCode.REGION_BECAME, at, one, one.until(), now(one)));
  }

  private static String now(RegionTable.Division division) {
    return division.now().stream()
        .map(code -> RegionTable.find(code).map(RegionTable.Division::toString).orElse(code))
        .collect(Collectors.joining(", "));
  }

  /** Whether the one region lies in the other; a code of China may be written with the zeros that mean all of it. */
  private static boolean isIn(String wider, String region) {
    return Region.covers(ALL_OF.matcher(wider).replaceFirst(""), region);
  }

  /** Those of the same country that have law, or all where there are none. */
  private Set<String> ofCountry(String region) {
    String country = region.substring(0, Math.min(COUNTRY, region.length())) + "-";
    Set<String> same = lawful.stream().filter(one -> one.startsWith(country)).collect(Collectors.toCollection(TreeSet::new));
    return same.isEmpty() ? new TreeSet<>(lawful) : same;
  }
}
