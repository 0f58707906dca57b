package org.dudao.lint;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Region;
import org.dudao.fact.RegionTable;
import org.dudao.load.Source;

/** New rows in folders of regions that there are not, or of all regions, and tables that were copied in part. */
final class RegionFolders implements LintPass {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  /** As long as the code of a province: new cities and counties are made, and places are made up, in one that there is. */
  private static final int PROVINCE = "CN-43".length();
  private static final Set<String> TOPICS_OF_ALL = Set.of(Limit.CONSISTENCY, "reconciliation");

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    Map<String, Limit> tables = new LinkedHashMap<>();
    Fresh.of(book, before).forEach(limit -> tables.putIfAbsent(limit.origin().file(), limit));
    List<Warning> warnings = new ArrayList<>();
    for (Limit limit : tables.values()) {
      Origin at = Origin.of(limit.origin().file());
      if (limit.region().isEmpty() && !TOPICS_OF_ALL.contains(limit.topic())) {
        warnings.add(Warning.of(Lint.FOR_ALL_REGIONS, limit.origin(), limit.id()));
      } else if (!limit.region().isEmpty() && !isThere(limit.region())) {
        warnings.add(Warning.of(Lint.REGION_UNKNOWN, at, limit.region().toLowerCase(Locale.ROOT)));
      }
    }
    if (!book.isEdition()) {
      book.files().limits().stream()
          .filter(table -> table.layer() > 0)
          .forEach(table -> copied(table, before, warnings));
    }
    return warnings;
  }

  private static boolean isThere(String region) {
    String country = region.substring(0, 2);
    return region.equals(country) || !RegionTable.isOfCountry(region) || Region.isMasked(region)
        ? COUNTRIES.contains(country)
        : RegionTable.find(region.substring(0, PROVINCE)).isPresent();
  }

  /** Whoever copies a table and deletes rows deletes nothing: the shipped rows lie below. */
  private static void copied(Source table, RuleBook before, List<Warning> warnings) {
    before.files().limits().stream().filter(one -> one.path().equals(table.path())).findFirst().ifPresent(shipped -> {
      List<String> rows = rows(shipped);
      List<String> own = rows(table);
      Set<String> ids = own.stream().map(RegionFolders::id).collect(Collectors.toSet());
      long repeated = rows.stream().filter(own::contains).count();
      boolean lacksSome = rows.stream().anyMatch(row -> !ids.contains(id(row)));
      if (2 * repeated >= rows.size() && lacksSome) {
        warnings.add(Warning.of(Lint.COPY_OF_PART, Origin.of(table.name()), repeated, rows.size(), table.path()));
      }
    });
  }

  private static String id(String row) {
    return row.split(",", 2)[0];
  }

  private static List<String> rows(Source table) {
    try {
      return table.utf8().lines().skip(1).map(String::strip).toList();
    } catch (CharacterCodingException e) {
      // A copy in another encoding was saved by another program: its rows are told by their ids, not by their text.
      return List.of();
    }
  }
}
