package org.dudao.load;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.fact.Catalogue;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.Condition;
import org.dudao.fact.FactKind;
import org.dudao.fact.Language;
import org.dudao.fact.Measures;
import org.dudao.fact.UnknownName;
import org.dudao.fact.Words;

/** The words and measures that {@code applies_to} may name, with what they are called in Chinese. */
final class ScopeVocabulary {
  private static final String FIELD = "field.";
  private static final String OF_KIND = "@";

  private final Map<String, Condition.Word> words;
  private final Codes codes;
  private final Set<String> names = new TreeSet<>();
  private final Set<String> measures = new TreeSet<>();
  /** Made when a table first says something that is no word of ours. */
  private Glossary wordNames;
  private Glossary nameNames;

  /** That of facts under those codes. */
  ScopeVocabulary(Codes codes) {
    this.codes = codes;
    this.words = Condition.Word.all(codes);
    for (FactKind kind : FactKind.values()) {
      for (String name : Measures.names(kind.type())) {
        names.add(name);
        if (Measures.isNumber(kind.type(), name)) {
          measures.add(name);
        }
      }
    }
  }

  /** All words that facts can bear. */
  Set<String> words() {
    return words.keySet();
  }

  /** The words that facts can bear which the text stands for: none, one, or several that are called alike. */
  List<Condition.Word> words(String text) {
    Set<String> meanings =
        Glossary.isChinese(text) ? wordNames().meanings(text, wordNames().words()) : itself(text, words.keySet());
    return meanings.stream()
        .filter(meaning -> words.containsKey(wordOf(meaning)))
        .map(meaning -> Glossary.isChinese(text) ? narrowed(meaning) : words.get(meaning))
        .toList();
  }

  /**
   * The word as far as facts bear it in that meaning: a school of the special kind is no special inspection.
   *
   * @param meaning a word, perhaps with the kind of fact of which it says something else than of others
   */
  private Condition.Word narrowed(String meaning) {
    Condition.Word word = words.get(wordOf(meaning));
    Map<Class<?>, Set<String>> deciders = new LinkedHashMap<>(word.deciders());
    if (meaning.contains(OF_KIND)) {
      deciders.keySet().removeIf(type -> !meaning.endsWith(OF_KIND + type.getSimpleName()));
    } else {
      deciders.keySet().removeIf(type ->
          wordNames().words().contains(meaning + OF_KIND + type.getSimpleName()));
    }
    return deciders.equals(word.deciders()) ? word : new Condition.Word(word.word(), deciders);
  }

  private static String wordOf(String meaning) {
    return meaning.replaceAll(OF_KIND + ".*", "");
  }

  /** The other words of a category of that word. */
  List<String> ofCategoryOf(Condition.Word word) {
    return words.values().stream()
        .filter(other -> !other.word().equals(word.word()) && other.isOfCategoryOf(word))
        .map(Condition.Word::word)
        .toList();
  }

  /** The numbers that facts can tell which the text stands for. */
  Set<String> measures(String text) {
    return Glossary.isChinese(text) ? nameNames().meanings(text, measures) : itself(text, measures);
  }

  /** All that facts can tell, numbers, days and the rest, which the text stands for. */
  Set<String> names(String text) {
    return Glossary.isChinese(text) ? nameNames().meanings(text, names) : itself(text, names);
  }

  UnknownName unknownWord(String text) {
    return Glossary.isChinese(text)
        ? wordNames().unknown(text, wordNames().words())
        : new UnknownName(text, words.keySet());
  }

  UnknownName unknownMeasure(String text) {
    return Glossary.isChinese(text) ? nameNames().unknown(text, measures) : new UnknownName(text, measures);
  }

  private static Set<String> itself(String text, Set<String> known) {
    return known.contains(text) ? Set.of(text) : Set.of();
  }

  /** What words are called in Chinese: constants by the list of terms, codes and properties by their titles. */
  Glossary wordNames() {
    if (wordNames == null) {
      wordNames = Glossary.section("scope.");
      for (CodeList list : CodeList.values()) {
        codes.of(list).forEach(code -> wordNames.add(Words.ofConstant(code), codes.title(list, code).zh()));
      }
      Properties catalogue = Catalogue.of(Language.ZH);
      for (String component : yesOrNo()) {
        wordNames.add(Words.ofComponent(component), catalogue.getProperty(FIELD + component));
      }
    }
    return wordNames;
  }

  /** What the catalogue calls that which facts can tell. */
  Glossary nameNames() {
    if (nameNames == null) {
      nameNames = new Glossary();
      Properties catalogue = Catalogue.of(Language.ZH);
      for (String name : names) {
        nameNames.add(name, catalogue.getProperty(FIELD + name));
      }
    }
    return nameNames;
  }

  private static List<String> yesOrNo() {
    List<String> components = new ArrayList<>();
    for (FactKind kind : FactKind.values()) {
      for (RecordComponent component : kind.type().getRecordComponents()) {
        if (component.getType() == Boolean.class) {
          components.add(component.getName());
        }
      }
    }
    return components;
  }
}
