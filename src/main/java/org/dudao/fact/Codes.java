package org.dudao.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The closed lists of codes that policy staff keep (kinds of case, indicators, practices), each code with its title. */
public final class Codes {
  public static final Codes NONE = new Codes(Map.of());

  private final Map<String, Map<String, Text>> lists;
  /** Each code of a list by itself, for facts to share. */
  private final Map<String, Map<String, String>> codes;

  public Codes(Map<String, Map<String, Text>> lists) {
    Map<String, Map<String, Text>> copy = new LinkedHashMap<>();
    Map<String, Map<String, String>> shared = new LinkedHashMap<>();
    lists.forEach((list, titles) -> {
      copy.put(list, Map.copyOf(titles));
      shared.put(list, titles.keySet().stream().collect(Collectors.toUnmodifiableMap(code -> code, code -> code)));
    });
    this.lists = Map.copyOf(copy);
    this.codes = Map.copyOf(shared);
  }

  public Map<String, Map<String, Text>> lists() {
    return lists;
  }

  public boolean has(String list, String code) {
    return of(list).contains(code);
  }

  /** The code as the list holds it, one object for all who say it; null when the list does not hold it. */
  public String shared(String list, String code) {
    return codes.getOrDefault(list, Map.of()).get(code);
  }

  public Set<String> of(String list) {
    return lists.getOrDefault(list, Map.of()).keySet();
  }

  /** The title of the code, or the code itself where it has none. */
  public Text title(String list, String code) {
    return lists.getOrDefault(list, Map.of()).getOrDefault(code, new Text(code, code));
  }
}
