package org.dudao.lint;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.fact.Condition;
import org.dudao.fact.Stage;
import org.dudao.fact.Words;

/** The stages of school that scopes, titles and names of measures speak of. */
final class StageWords {
  private static final Map<String, Stage> STAGES = stages();

  /** The longer words first: what is for primary and secondary schools does not name primary schools alone. */
  private static final Map<String, List<Stage>> OF_TITLES = new HashMap<>();
  private static final Pattern TITLE;

  static {
    Map<List<Stage>, String> words =
        Map.of(
            List.of(Stage.KINDERGARTEN), "幼儿园|学前|kindergartens|kindergarten|preschool|pre-school",
            List.of(Stage.PRIMARY), "小学|primary|elementary",
            List.of(Stage.JUNIOR), "初中|初级中学|junior high|junior|lower secondary",
            List.of(Stage.SENIOR), "普通高中|高中|高级中学|senior high|senior|upper secondary",
            List.of(Stage.JUNIOR, Stage.SENIOR), "完全中学|中学|secondary",
            List.of(Stage.PRIMARY, Stage.JUNIOR), "义务教育|compulsory|小学初中|小学、初中",
            List.of(Stage.PRIMARY, Stage.JUNIOR, Stage.SENIOR), "中小学|primary and secondary");
    words.forEach((stages, all) -> Arrays.asList(all.split("\\|")).forEach(word -> OF_TITLES.put(word, stages)));
    TITLE =
        Pattern.compile(
            String.join(
                "|",
                OF_TITLES.keySet().stream()
                    .sorted((one, other) -> other.length() - one.length())
                    .map(word -> word.matches("[a-z].*") ? "\\b" + word + "\\b" : word)
                    .toList()));
  }

  private StageWords() {}

  private static Map<String, Stage> stages() {
    Map<String, Stage> stages = new HashMap<>();
    for (Stage stage : Stage.values()) {
      stages.put(Words.of(stage), stage);
    }
    return stages;
  }

  /** Those that a scope names, and does not exclude. */
  static Set<Stage> of(Condition scope) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    add(scope, stages);
    return stages;
  }

  private static void add(Condition scope, Set<Stage> stages) {
    if (scope instanceof Condition.Word word && STAGES.containsKey(word.word())) {
      stages.add(STAGES.get(word.word()));
    } else if (scope instanceof Condition.All all) {
      all.parts().forEach(part -> add(part, stages));
    } else if (scope instanceof Condition.Any any) {
      any.parts().forEach(part -> add(part, stages));
    }
  }

  /** The one by which a measure begins: {@code juniorStudents}. */
  static Set<Stage> ofMeasure(String measure) {
    Stage stage = STAGES.get(measure.replaceAll("[A-Z].*", ""));
    return stage == null || measure.equals(Words.of(stage)) ? Set.of() : Set.of(stage);
  }

  /** As scopes write them. */
  static String told(Collection<Stage> stages) {
    return stages.stream().map(Words::of).collect(Collectors.joining(", "));
  }

  /** All that a title speaks of. */
  static Set<Stage> ofTitle(String title) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    Matcher words = TITLE.matcher(title.toLowerCase(Locale.ROOT));
    while (words.find()) {
      stages.addAll(OF_TITLES.get(words.group()));
    }
    return Collections.unmodifiableSet(stages);
  }
}
