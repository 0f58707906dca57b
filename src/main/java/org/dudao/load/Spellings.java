package org.dudao.load;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each of a few texts stands for; found by the characters of a document, which says the same few many times. */
final class Spellings<T> {
  private final Map<String, T> meanings;
  /** Null until somebody asks: only who tells of another text does. */
  private volatile List<String> sorted;
  /** Each text at the first free place from the one that its hash names. */
  private final String[] texts;
  private final Object[] found;
  private final int mask;

  Spellings(Map<String, ? extends T> meanings) {
    this.meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    // More than twice as many places as texts.
    this.mask = 4 * Integer.highestOneBit(Math.max(1, meanings.size())) - 1;
    this.texts = new String[mask + 1];
    this.found = new Object[mask + 1];
    meanings.forEach((text, meaning) -> {
      int place = text.hashCode() & mask;
      while (texts[place] != null) {
        place = place + 1 & mask;
      }
      texts[place] = text;
      found[place] = meaning;
    });
  }

  /** Texts that stand for themselves: one object for all who say the same. */
  static Spellings<String> of(Collection<String> texts) {
    Map<String, String> meanings = new LinkedHashMap<>();
    texts.forEach(text -> meanings.put(text, text));
    return new Spellings<>(meanings);
  }

  /** All texts, in the order given. */
  Set<String> all() {
    return meanings.keySet();
  }

  /** All texts, sorted. */
  List<String> sorted() {
    if (sorted == null) {
      sorted = meanings.keySet().stream().sorted().toList();
    }
    return sorted;
  }

  /** What these characters stand for, or null. */
  @SuppressWarnings("unchecked")
  T of(char[] characters, int from, int length) {
    int place = hash(characters, from, length) & mask;
    while (texts[place] != null) {
      if (isAt(texts[place], characters, from, length)) {
        return (T) found[place];
      }
      place = place + 1 & mask;
    }
    return null;
  }

  /** That of a text of these characters. */
  private static int hash(char[] characters, int from, int length) {
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + characters[i];
    }
    return hash;
  }

  private static boolean isAt(String text, char[] characters, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != characters[from + i]) {
        return false;
      }
    }
    return true;
  }
}
