package org.dudao.fact;

import java.util.List;
import java.util.Set;

/** City, town or village, as a word or by the codes of the national urban-rural classification. */
public enum Setting implements Spelled {
  CITY("city", "CITY", "110", "111", "112"),
  TOWN("town", "TOWN", "120", "121", "122", "123"),
  RURAL("rural", "RURAL", "200", "210", "220");

  private final String word;
  private final List<String> spellings;

  Setting(String word, String... spellings) {
    this.word = word;
    this.spellings = List.of(spellings);
  }

  @Override
  public List<String> spellings() {
    return spellings;
  }

  @Override
  public Set<String> words() {
    return Set.of(word);
  }
}
