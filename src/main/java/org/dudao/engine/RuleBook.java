package org.dudao.engine;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.fact.Codes;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.load.InputException;
import org.dudao.load.Source;
import org.kie.api.KieBase;

/** Rule files read, refused where they break the house's grammar, and compiled; immutable, and may be shared by threads. */
public final class RuleBook {
  private final Map<String, Rule> rules;
  private final CompiledRules compiled;
  private final Map<Rule.Sight, KieBase> bases = new EnumMap<>(Rule.Sight.class);

  private RuleBook(Map<String, Rule> rules, CompiledRules compiled) {
    this.rules = rules;
    this.compiled = compiled;
  }

  /**
   * Reads and compiles.
   *
   * @throws InputException with every fault of every file
   */
  public static RuleBook of(List<Source> sources, Codes codes) throws InputException {
    return of(sources, codes, RuleCache.of(System.getenv()));
  }

  static RuleBook of(List<Source> sources, Codes codes, RuleCache cache) throws InputException {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Rule> rules = new TreeMap<>();
    for (Source source : sources) {
      try {
        String text = source.utf8();
        texts.put(source.path(), text);
        String topic = source.fileName().replace(".drl", "");
        for (Rule rule : new RuleParser(codes, source.name(), topic).parse(text, problems)) {
          Rule other = rules.putIfAbsent(rule.id(), rule);
          if (other != null) {
            problems.add(
                new Problem("rule-twice", List.of(rule.id(), other.origin().toString()), rule.origin()));
          }
        }
      } catch (CharacterCodingException e) {
        problems.add(new Problem("not-utf8", List.of(), Origin.of(source.name())));
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new RuleBook(rules, CompiledRules.of(texts, cache));
  }

  /** Those rules, which were read from files that the build has compiled under these names. */
  static RuleBook stored(Map<String, Rule> rules, List<String> files) {
    return new RuleBook(rules, CompiledRules.stored(files));
  }

  /** The names under which the compiled rules are kept. */
  List<String> files() {
    return compiled.files();
  }

  /** The rules by id. */
  Map<String, Rule> rules() {
    return rules;
  }

  /** The rules that must see so much, built when first asked for. */
  synchronized KieBase base(Rule.Sight sight) {
    return bases.computeIfAbsent(sight, one -> compiled.kieBase(id -> rules.get(id).sight() == one));
  }

  /** One rule alone. */
  KieBase only(Rule rule) {
    return compiled.kieBase(rule.id()::equals);
  }
}
