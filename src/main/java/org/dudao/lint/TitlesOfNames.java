package org.dudao.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.fact.FormCell;
import org.dudao.fact.NearestName;
import org.dudao.fact.Origin;
import org.dudao.fact.Text;
import org.dudao.load.CodeReader;
import org.dudao.load.FormReader;

/** Titles of rules, codes and cells of forms that others bear, and new codes and cells one slip away from others. */
final class TitlesOfNames implements LintPass {
  /** When so many titles of a list are those of others it is the column that was changed. */
  private static final int MANY = 5;

  /** Where a name and its title stand. */
  @FunctionalInterface
  private interface Place {
    Origin of(String name, String column);
  }

  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    warnings.addAll(
        titles(titles(book.declared()), titles(before.declared()), (id, column) -> book.declared().get(id).origin()));
    before.codes().lists().forEach((list, then) -> {
      Map<String, Text> now = book.codes().lists().getOrDefault(list, Map.of());
      Place place = (code, column) -> CodeReader.cell(book.files().codes(), list, code, column);
      warnings.addAll(titles(now, then, place));
      warnings.addAll(near(now, then, "code", place));
    });
    before.codes().forms().forEach((form, cells) -> {
      Map<String, Text> now = ofCells(book.codes().cells(form));
      Map<String, Text> then = ofCells(cells);
      Place place = (cell, column) -> FormReader.cell(book.files().forms(), form, cell, column);
      warnings.addAll(titles(now, then, place));
      warnings.addAll(near(now, then, "name", place));
    });
    return warnings;
  }

  private static Map<String, Text> titles(Map<String, DeclaredRule> rules) {
    return rules.values().stream().collect(Collectors.toMap(DeclaredRule::id, DeclaredRule::title));
  }

  private static Map<String, Text> ofCells(Map<String, FormCell> cells) {
    return cells.values().stream().collect(Collectors.toMap(FormCell::name, FormCell::title));
  }

  /** Names that got the title of another one, or whose title cannot be read. */
  private static List<Warning> titles(Map<String, Text> now, Map<String, Text> then, Place place) {
    List<Warning> ofOthers = new ArrayList<>();
    List<Warning> others = new ArrayList<>();
    now.forEach((name, title) -> {
      Text old = then.get(name);
      if (title.equals(old)) {
        return;
      }
      if (Garbling.isGarbled(title.zh())) {
        others.add(Warning.of(Lint.TEXTS_GARBLED, place.of(name, "title"), "title", 1, title.zh()));
      }
      boolean isSame = old != null && old.zh().equals(title.zh());
      then.entrySet().stream()
          .filter(other -> !other.getKey().equals(name) && !isSame && other.getValue().zh().equals(title.zh()))
          .findFirst()
          .ifPresent(other ->
              ofOthers.add(
                  Warning.of(Lint.TITLE_OF_ANOTHER, place.of(name, "title"), title.zh(), other.getKey())));
    });
    ofOthers.sort(Warning.ORDER);
    if (ofOthers.size() < MANY) {
      others.addAll(ofOthers);
    } else {
      Warning first = ofOthers.get(0);
      others.add(Warning.of(Lint.TEXTS_MOVED, first.at(), "title", ofOthers.size(), first.arguments().get(0)));
    }
    return others;
  }

  private static List<Warning> near(Map<String, Text> now, Map<String, Text> then, String column, Place place) {
    List<Warning> warnings = new ArrayList<>();
    now.keySet().stream().filter(name -> !then.containsKey(name)).forEach(name ->
        then.keySet().stream()
            .filter(known -> NearestName.isSlip(name, known) && !Slips.differInNumber(name, known))
            .sorted()
            .findFirst()
            .ifPresent(known -> warnings.add(Warning.of(Lint.ID_NEAR, place.of(name, column), name, known))));
    return warnings;
  }
}
