package org.dudao.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A table in which a few cells, rows or columns are others, are gone, or have changed places. */
final class TableMutant {
  private static final int MOST_CHANGES = 2;

  private TableMutant() {}

  /** The rows of a table as its cells are written, with their quotes. */
  static List<List<String>> rows(String table) {
    return table.lines().map(line -> List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))).toList();
  }

  static String text(List<List<String>> rows) {
    return rows.stream().map(row -> String.join(",", row) + "\n").collect(Collectors.joining());
  }

  static byte[] of(String sound, Random random) {
    List<List<String>> rows = new ArrayList<>();
    rows(sound).forEach(row -> rows.add(new ArrayList<>(row)));
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      change(rows, random);
    }
    String text = text(rows);
    if (random.nextInt(8) == 0) {
      text = text.replace("\n", OddValues.one(List.of("\r\n", "\r", "\n\n", "\u2028", ",\n", ";\n"), random));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void change(List<List<String>> rows, Random random) {
    // The header once in a while, so that rows are reached, too.
    List<String> row = rows.get(rows.size() == 1 || random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(rows.size() - 1));
    if (row.isEmpty()) {
      return;
    }
    int cell = random.nextInt(row.size());
    switch (random.nextInt(10)) {
      case 0 -> row.set(cell, row.set(random.nextInt(row.size()), row.get(cell)));
      case 1 -> row.set(cell, "");
      case 2 -> row.remove(cell);
      case 3 -> rows.add(random.nextInt(rows.size() + 1), new ArrayList<>(row));
      case 4 -> {
        List<String> other = OddValues.one(rows, random);
        if (cell < other.size()) {
          row.set(cell, other.set(cell, row.get(cell)));
        }
      }
      case 5 -> row.set(cell, new String(
          BytesMutant.of(row.get(cell).getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8));
      case 6 -> row.add(cell, OddValues.one(OddValues.CELLS, random));
      default -> row.set(cell, OddValues.one(OddValues.CELLS, random));
    }
  }
}
