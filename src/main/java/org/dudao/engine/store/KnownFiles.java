package org.dudao.engine.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.drools.RuleBase;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.load.RuleFiles;
import org.dudao.load.Source;

/** What the build read in the shipped files, for those files of another book that are the same, byte for byte. */
final class KnownFiles {
  private final LinkedRules stored;
  private final RuleFiles shipped;
  private final Map<String, Source> byPath;
  /** By the names of the files in which they stand. */
  private final Map<String, List<Limit>> rows;
  /** Rows of these topics do something to others, so that what is law does not tell what stands in the tables. */
  private final Set<String> changing = new HashSet<>();

  KnownFiles(LinkedRules stored, RuleFiles shipped) {
    this.stored = stored;
    this.shipped = shipped;
    this.byPath = new HashMap<>();
    shipped.all().forEach(source -> byPath.put(source.path(), source));
    this.rows = stored.limits().stream().collect(Collectors.groupingBy(limit -> limit.origin().file()));
    stored.limits().stream()
        .filter(limit -> limit.territory() != null)
        .forEach(limit -> changing.add(limit.topic()));
    shipped.limits().stream()
        .filter(table -> new String(table.bytes(), 0, firstLine(table), StandardCharsets.UTF_8)
            .contains("effect"))
        .forEach(table -> changing.add(topic(table)));
  }

  private static int firstLine(Source table) {
    int end = 0;
    while (end < table.bytes().length && table.bytes()[end] != '\n') {
      end++;
    }
    return end;
  }

  private static String topic(Source table) {
    return table.fileName().substring(0, table.fileName().lastIndexOf('.'));
  }

  LinkedRules stored() {
    return stored;
  }

  RuleFiles shipped() {
    return shipped;
  }

  /** Whether the file is one of the shipped ones, perhaps elsewhere. */
  boolean has(Source source) {
    Source same = byPath.get(source.path());
    return same != null && Arrays.equals(same.bytes(), source.bytes());
  }

  /** Whether these are all of those, and no others. */
  boolean areAll(List<Source> sources, List<Source> ofShipped) {
    return sources.size() == ofShipped.size() && sources.stream().allMatch(this::has);
  }

  /** The shipped rules, cited under the names of these files, which are all of theirs. */
  RuleBase rules(List<Source> sources) {
    Map<String, String> names = new HashMap<>();
    sources.forEach(source -> names.put(byPath.get(source.path()).name(), source.name()));
    boolean areThere = names.entrySet().stream().allMatch(one -> one.getKey().equals(one.getValue()));
    return areThere ? stored.rules() : stored.rules().in(names);
  }

  /** The rows of a table of limits, or the relations of a table of forms; null where they have to be read. */
  List<Limit> rows(Source table) {
    if (!has(table) || changing.contains(topic(table))) {
      return null;
    }
    String name = byPath.get(table.path()).name();
    List<Limit> known = rows.getOrDefault(name, List.of());
    return name.equals(table.name()) ? known : known.stream().map(limit -> limit.at(moved(limit, table))).toList();
  }

  private static Origin moved(Limit limit, Source table) {
    Origin at = limit.origin();
    return new Origin(table.name(), at.pointer(), at.line(), at.column());
  }
}
