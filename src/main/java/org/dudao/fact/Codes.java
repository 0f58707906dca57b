package org.dudao.fact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The codes of every list, each with its title. */
public record Codes(Map<CodeList, Map<String, Text>> lists) {
  public static final Codes NONE = new Codes(Map.of());

  public Codes {
    Map<CodeList, Map<String, Text>> copy = new EnumMap<>(CodeList.class);
    lists.forEach((list, titles) -> copy.put(list, Map.copyOf(titles)));
    lists = Collections.unmodifiableMap(copy);
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
