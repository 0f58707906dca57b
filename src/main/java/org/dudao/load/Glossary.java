package org.dudao.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dudao.fact.Catalogue;
import org.dudao.fact.UnknownName;

/** What the words of tables are called in Chinese; a name may be that of several words. */
public final class Glossary {
  private static final Properties TERMS = Catalogue.read("/org/dudao/load/terms_zh.properties");

  /** The columns of tables of rules. */
  public static final Glossary COLUMNS = section("column.");
  /** The columns of sheets of cases. */
  public static final Glossary CASE_COLUMNS = section("case-column.");
  /** What cases expect. */
  public static final Glossary OUTCOMES = section("outcome.");
  public static final Glossary LEVELS = section("level.");
  static final Glossary AUTHORITIES = section("authority.");
  static final Glossary EFFECTS = section("effect.");
  static final Glossary CONFIDENCES = section("confidence.");
  static final Glossary KINDS = section("kind.");
  static final Glossary LISTS = section("list.");
  static final Glossary UNITS = section("unit.");
  public static final Glossary VALUES = section("value.");
  static final Glossary OPERATORS = section("operator.");
  public static final Glossary NONE = new Glossary();

  private final Map<String, Set<String>> words = new TreeMap<>();
  private final Map<String, List<String>> names = new TreeMap<>();

  /** An empty one, to be filled. */
  Glossary() {}

  /** Those of that section of the file of terms. */
  static Glossary section(String prefix) {
    Glossary glossary = new Glossary();
    for (String id : TERMS.stringPropertyNames()) {
      if (id.startsWith(prefix)) {
        for (String name : TERMS.getProperty(id).split(", *")) {
          glossary.add(id.substring(prefix.length()), name);
        }
      }
    }
    return glossary;
  }

  /** Lets the word be called so, too. */
  public void add(String word, String name) {
    String plain = PlainForm.of(name);
    words.computeIfAbsent(plain, one -> new TreeSet<>()).add(word);
    names.computeIfAbsent(word, one -> new ArrayList<>()).add(plain);
  }

  /** The known words that the text stands for: itself, or those that are called so; none, or several, may be. */
  public Set<String> meanings(String text, Collection<String> known) {
    if (known.contains(text)) {
      return Set.of(text);
    }
    Set<String> meanings = new TreeSet<>(words.getOrDefault(text, Set.of()));
    meanings.removeIf(word -> !known.contains(word));
    return meanings;
  }

  /** Whether the text, or a part of it, is in Chinese. */
  static boolean isChinese(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /** All words that have a name. */
  Set<String> words() {
    return names.keySet();
  }

  /** What the word is called, the usual name first. */
  public List<String> names(String word) {
    return names.getOrDefault(word, List.of());
  }

  /** The text that means none of the known words, beside those that stand for them in its own language. */
  UnknownName unknown(String text, Collection<String> known) {
    if (!isChinese(text)) {
      return new UnknownName(text, known);
    }
    Set<String> called = new LinkedHashSet<>();
    known.forEach(word -> called.addAll(names(word)));
    return new UnknownName(text, called.isEmpty() ? known : called);
  }
}
