package org.dudao.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.fact.Argument;
import org.dudao.fact.Catalogue;
import org.dudao.fact.Language;
import org.dudao.fact.Problem;
import org.dudao.report.Datum;

/** The catalogue: every sentence and word that people read, in one language, by stable ids. */
public final class Messages {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

  /** Most runs speak one language: each is read when it is first asked for. */
  private static final Map<Language, Messages> CATALOGUES = new ConcurrentHashMap<>();

  private final Language language;
  private final Properties texts;
  private final Map<String, Template> templates = new ConcurrentHashMap<>();

  private Messages(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The catalogue in that language. */
  public static Messages of(Language language) {
    return CATALOGUES.computeIfAbsent(language, one -> new Messages(one, Catalogue.of(one)));
  }

  public Language language() {
    return language;
  }

  public boolean has(String id) {
    return texts.containsKey(id);
  }

  /** The text of that id with its {@code {0} {1}} replaced; quotes and apostrophes mean nothing. */
  public String text(String id, Object... arguments) {
    Template template = templates.get(id);
    return (template == null ? templates.computeIfAbsent(id, this::template) : template).with(arguments);
  }

  private Template template(String id) {
    String text = texts.getProperty(id);
    if (text == null) {
      throw new IllegalArgumentException("no message " + id + " in language " + language.tag());
    }
    return Template.of(text);
  }

  /**
   * A text cut at its holes, once.
   *
   * @param parts what stands before, between and behind the holes
   * @param holes which argument goes into each
   */
  private record Template(String[] parts, int[] holes) {
    static Template of(String text) {
      List<String> parts = new ArrayList<>();
      List<Integer> holes = new ArrayList<>();
      int end = 0;
      for (Matcher hole = PLACEHOLDER.matcher(text); hole.find(); end = hole.end()) {
        parts.add(text.substring(end, hole.start()));
        holes.add(Integer.parseInt(hole.group(1)));
      }
      parts.add(text.substring(end));
      return new Template(parts.toArray(String[]::new), holes.stream().mapToInt(Integer::intValue).toArray());
    }

    String with(Object[] arguments) {
      if (holes.length == 0) {
        return parts[0];
      }
      StringBuilder text = new StringBuilder(parts[0]);
      for (int i = 0; i < holes.length; i++) {
        if (holes[i] < arguments.length) {
          text.append(arguments[holes[i]]);
        } else {
          text.append('{').append(holes[i]).append('}');
        }
        text.append(parts[i + 1]);
      }
      return text.toString();
    }
  }

  /** What is wrong, in words. */
  public String problem(Problem problem) {
    Object[] arguments =
        problem.arguments().stream()
            .map(argument -> argument instanceof Argument.Translated word ? text(word.messageId()) : argument)
            .toArray();
    return text("problem." + problem.code().text(), arguments);
  }

  /** Whether the catalogue knows that component or measure of a fact, or those that are added. */
  boolean knows(String name) {
    return parts(name).allMatch(one -> has("field." + one));
  }

  private static Stream<String> parts(String name) {
    return Stream.of(name.split(Pattern.quote(Datum.Components.PLUS)));
  }

  /** At how many places it is so, and the next few of them; empty when there is one. */
  public String elsewhere(Problem problem) {
    if (problem.count() == 1) {
      return "";
    }
    List<String> places = new ArrayList<>();
    for (Problem other : problem.samples()) {
      boolean isSame = other.code() == problem.code() && other.arguments().equals(problem.arguments());
      places.add(isSame ? other.at().toString() : text("places.at", other.at(), problem(other)));
    }
    int untold = problem.count() - 1 - problem.samples().size();
    if (untold > 0) {
      places.add(text("places.untold", untold));
    }
    return text("places.elsewhere", problem.count(), list(places));
  }

  /** What people call that component or measure of a fact; its name where the catalogue does not know it. */
  public String field(String name) {
    return parts(name)
        .map(one -> labelled("field.", one))
        .collect(Collectors.joining(Datum.Components.PLUS));
  }

  /** What people call facts of that kind. */
  public String kind(String word) {
    return labelled("kind.", word);
  }

  /** What people call that topic; its id where the catalogue does not know it. */
  public String topic(String id) {
    return labelled("topic.", id);
  }

  /** The number with its unit: {@code 55 students}, {@code 1 student}, {@code 95%}; some units are not printed. */
  public String quantity(String number, String unit) {
    if (unit == null || unit.isEmpty() || number.isEmpty()) {
      return number;
    }
    String id = "unit." + unit.replace(' ', '-');
    String label = number.equals("1") && has(id + ".one") ? text(id + ".one") : has(id) ? text(id) : unit;
    if (label.isEmpty()) {
      return number;
    }
    return number + (label.startsWith("%") || label.startsWith("（") ? "" : " ") + label;
  }

  /** Several things in a row. */
  String list(List<String> parts) {
    return String.join(text("list.separator"), parts);
  }

  /** All texts, for libraries that look theirs up themselves. */
  public ResourceBundle bundle() {
    return new ResourceBundle() {
      @Override
      protected Object handleGetObject(String id) {
        return texts.getProperty(id);
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(ids());
      }
    };
  }

  Set<String> ids() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  private String labelled(String prefix, String name) {
    return has(prefix + name) ? text(prefix + name) : name;
  }
}
