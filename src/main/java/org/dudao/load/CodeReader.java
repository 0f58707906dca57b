package org.dudao.load;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Text;

/** Reads the closed lists of codes. */
public final class CodeReader {
  private static final List<String> COLUMNS = List.of("list", "code", "title", "title_en");
  private static final Map<String, CodeList> LISTS =
      Arrays.stream(CodeList.values()).collect(Collectors.toMap(CodeList::word, Function.identity()));

  /** Where a code is declared. */
  private record DeclaredCode(int layer, Origin place) {}

  /**
   * Reads all those tables as one set of lists.
   *
   * @throws InputException with every fault of every table
   */
  public Codes read(List<Source> sources) throws InputException {
    List<Problem> problems = new ProblemList();
    Map<CodeList, Map<String, Text>> lists = new EnumMap<>(CodeList.class);
    Map<String, DeclaredCode> declared = new HashMap<>();
    for (Source source : sources) {
      for (CsvTable.Row row : CsvTable.read(source, COLUMNS, List.of(), problems).rows()) {
        String list = list(row);
        row.required("code");
        String code = row.plain("code");
        if (code.length() > 100 || !code.matches("[A-Z][A-Z0-9]*+(_[A-Z0-9]++)*+")) {
          row.fault("code", ProblemCode.CODE_FORM, code);
        }
        DeclaredCode other = declared.put(list + " " + code, new DeclaredCode(source.layer(), row.origin("code")));
        // Of a layer below, it is the same code under another title.
        if (other != null && other.layer == source.layer()) {
          row.fault("code", ProblemCode.DUPLICATE_CODE, code, other.place);
        }
        Text title = new Text(row.required("title"), row.text("title_en"));
        if (LISTS.containsKey(list)) {
          lists.computeIfAbsent(LISTS.get(list), key -> new LinkedHashMap<>()).put(code, title);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new Codes(lists);
  }

  /** The cell of that column in the row of a code; of several that of the upper layer. */
  public static Origin cell(List<Source> sources, CodeList list, String code, String column) {
    return CsvTable.cell(
        sources, COLUMNS, List.of(), row -> row.plain("code").equals(code) && list(row).equals(list.word()), column);
  }

  private static String list(CsvTable.Row row) {
    return row.oneOf("list", LISTS.keySet(), Glossary.LISTS);
  }
}
