package org.dudao.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The closed lists of codes that policy staff keep (kinds of case, indicators, practices), each code with its title. */
public record Codes(Map<String, Map<String, Text>> lists) {
  public static final Codes NONE = new Codes(Map.of());

  public Codes {
    Map<String, Map<String, Text>> copy = new LinkedHashMap<>();
    lists.forEach((list, titles) -> copy.put(list, Map.copyOf(titles)));
    lists = Map.copyOf(copy);
  }

  public boolean has(String list, String code) {
    return of(list).contains(code);
  }

  public Set<String> of(String list) {
    return lists.getOrDefault(list, Map.of()).keySet();
  }

  /** The title of the code, or the code itself where it has none. */
  public Text title(String list, String code) {
    return lists.getOrDefault(list, Map.of()).getOrDefault(code, new Text(code, code));
  }
}
