package org.dudao.lint;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.dudao.fact.FormCell;
import org.dudao.fact.Origin;
import org.dudao.load.Source;

/** Codes, and cells of forms, that are no more: what was submitted with them would not be understood. */
final class ChangedCodes implements LintPass {
  @Override
  public List<Warning> look(RuleBook book, RuleBook before) {
    List<Warning> warnings = new ArrayList<>();
    before.codes().lists().forEach((list, codes) ->
        codes.keySet().stream()
            .filter(code -> !book.codes().has(list, code))
            .sorted()
            .forEach(code ->
                warnings.add(
                    Warning.of(
                        Lint.CODE_GONE, place(before.files().codes(), list.word() + "," + code + ",", book, before), code,
                        list.word()))));
    before.codes().forms().forEach((form, cells) -> {
      for (FormCell cell : cells.values()) {
        FormCell now = book.codes().cells(form).get(cell.name());
        if (now == null || !now.unit().equals(cell.unit())) {
          warnings.add(
              Warning.of(
                  Lint.CELL_CHANGED, place(before.files().forms(), form + "," + cell.name() + ",", book, before), form,
                  cell.name()));
        }
      }
    });
    return warnings;
  }

  /** The file in which the edition before has the row that begins so. */
  private static Origin place(List<Source> sources, String row, RuleBook book, RuleBook before) {
    return sources.stream()
        .filter(source -> hasLine(source, row))
        .map(source -> book.formerly(before, source.name()))
        .findFirst()
        .orElse(Origin.of(row));
  }

  private static boolean hasLine(Source source, String start) {
    try {
      return source.utf8().lines().anyMatch(line -> line.startsWith(start));
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
