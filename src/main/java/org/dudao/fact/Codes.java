package org.dudao.fact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The codes of every list, each with its title, and the cells of each form.
 *
 * @param forms by the code of the form, and by the name of the cell
 */
public record Codes(Map<CodeList, Map<String, Text>> lists, Map<String, Map<String, FormCell>> forms) {
  public static final Codes NONE = new Codes(Map.of());

  public Codes {
    Map<CodeList, Map<String, Text>> copy = new EnumMap<>(CodeList.class);
    lists.forEach((list, titles) -> copy.put(list, Map.copyOf(titles)));
    lists = Collections.unmodifiableMap(copy);
    forms = Map.copyOf(forms);
  }

  /** Codes alone, without the cells of any form. */
  public Codes(Map<CodeList, Map<String, Text>> lists) {
    this(lists, Map.of());
  }

  /** The same codes, with the cells of these forms. */
  public Codes with(Map<String, Map<String, FormCell>> others) {
    return new Codes(lists, others);
  }

  /** The cells of that form by their names, in the order declared; none of a form that no table declares. */
  public Map<String, FormCell> cells(String form) {
    return forms.getOrDefault(form, Map.of());
  }

  public boolean has(CodeList list, String code) {
    return of(list).contains(code);
  }

  public Set<String> of(CodeList list) {
    return lists.getOrDefault(list, Map.of()).keySet();
  }

  /** The title of the code, or the code itself where it has none. */
  public Text title(CodeList list, String code) {
    return lists.getOrDefault(list, Map.of()).getOrDefault(code, new Text(code, code));
  }
}
