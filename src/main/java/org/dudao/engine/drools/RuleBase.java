package org.dudao.engine.drools;

import java.nio.charset.CharacterCodingException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dudao.engine.drl.DrlException;
import org.dudao.engine.drl.DrlParser;
import org.dudao.engine.drl.RuleFile;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.SemanticAnalyzer;
import org.dudao.fact.Codes;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.InputException;
import org.dudao.load.ProblemList;
import org.dudao.load.Source;

/** Rule files read, refused where they break our grammar, and compiled; immutable, and may be shared by threads. */
public final class RuleBase {
  /** Different rules are in force in different countries and times; few of both meet in one run. */
  private static final int MAX_EXECUTABLES = 64;

  private final Map<String, Rule> rules;
  private final CompiledRules compiled;
  /** Those that were asked for together, by their ids; locked while it is used. */
  private final Map<Set<String>, ExecutableRules> executables;
  private final RuleBudget budget;

  private RuleBase(Map<String, Rule> rules, CompiledRules compiled, RuleBudget budget) {
    this(rules, compiled, new LruCache<>(MAX_EXECUTABLES), budget);
  }

  private RuleBase(
      Map<String, Rule> rules, CompiledRules compiled, Map<Set<String>, ExecutableRules> executables,
      RuleBudget budget) {
    this.rules = rules;
    this.compiled = compiled;
    this.executables = executables;
    this.budget = budget;
  }

  /**
   * Reads and compiles. Of two rules with one id that of the upper layer counts.
   *
   * @throws InputException with every fault of every file
   */
  public static RuleBase of(List<Source> sources, Codes codes) throws InputException {
    return of(sources, codes, CompilationCache.of(System.getenv()));
  }

  static RuleBase of(List<Source> sources, Codes codes, CompilationCache cache) throws InputException {
    List<Problem> problems = new ProblemList();
    Map<Source, String> texts = new LinkedHashMap<>();
    Map<String, Rule> rules = new TreeMap<>();
    Map<String, Integer> layers = new HashMap<>();
    for (Source source : sources) {
      try {
        String text = source.utf8();
        texts.put(source, text);
        String topic = source.fileName().replace(".drl", "");
        RuleFile file = DrlParser.file(source.name(), text);
        for (Rule rule : new SemanticAnalyzer(codes, topic).rules(file, problems)) {
          Rule other = rules.put(rule.id(), rule);
          Integer layer = layers.put(rule.id(), source.layer());
          if (layer != null && layer == source.layer()) {
            problems.add(
                Problem.of(ProblemCode.RULE_TWICE, rule.origin(), rule.id(), other.origin()));
          }
        }
      } catch (CharacterCodingException e) {
        problems.add(source.notUtf8());
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new RuleBase(rules, CompiledRules.of(texts, cache), RuleBudget.USUAL);
  }

  /** Each rule of those files that can be read, by its id, without comments; that of the upper layer counts. */
  public static Map<String, String> wordings(List<Source> sources) {
    Map<String, String> wordings = new TreeMap<>();
    for (Source source : sources) {
      try {
        wordings.putAll(DrlParser.plainRules(source.utf8()));
      } catch (CharacterCodingException | DrlException e) {
        // Refused where the file is read.
        continue;
      }
    }
    return wordings;
  }

  /**
   * Those rules, which the build has read and compiled.
   *
   * @param keys by the name of each of their files
   */
  public static RuleBase shipped(Map<String, Rule> rules, Map<String, String> keys) {
    return new RuleBase(rules, CompiledRules.shipped(keys), RuleBudget.USUAL);
  }

  /** The keys of the compiled rules, by the names of their files. */
  public Map<String, String> keys() {
    return compiled.keys();
  }

  /** Why what an earlier start compiled was not used, where that is worth telling. */
  public Optional<Problem> cacheNote() {
    return compiled.cacheNote();
  }

  /** The rules by id. */
  public Map<String, Rule> rules() {
    return rules;
  }

  /** These rules together, built when first asked for. */
  public ExecutableRules executable(Collection<Rule> wanted) {
    Set<String> ids = wanted.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
    synchronized (executables) {
      return executables.computeIfAbsent(ids, one -> new ExecutableRules(compiled.kieBase(wanted)));
    }
  }

  /** The same rules, none of which speaks before it has seen all facts: slow, and what is learned is held against it. */
  public RuleBase seeingAll() {
    Map<String, Rule> all = new TreeMap<>();
    rules.forEach((id, rule) -> all.put(id, rule.seeingAll()));
    return new RuleBase(all, compiled, budget);
  }

  /**
   * The same rules, of which the files stand elsewhere.
   *
   * @param files by the names under which they are cited now, those under which they will be
   */
  public RuleBase in(Map<String, String> files) {
    Map<String, Rule> all = new TreeMap<>();
    rules.forEach((id, rule) -> all.put(id, rule.in(files.get(rule.origin().file()))));
    return new RuleBase(all, compiled.in(files), budget);
  }

  /** The same rules, of which that one takes the place of the one of its id; nothing is compiled again. */
  public RuleBase with(Rule other) {
    Map<String, Rule> all = new TreeMap<>(rules);
    all.put(other.id(), other);
    return new RuleBase(all, compiled, executables, budget);
  }

  /** How much one rule may look at. */
  public RuleBudget budget() {
    return budget;
  }

  /** The same rules, of which each may look at that much. */
  public RuleBase within(RuleBudget other) {
    return new RuleBase(rules, compiled, executables, other);
  }

  /** One rule alone. */
  public ExecutableRules alone(Rule rule) {
    return new ExecutableRules(compiled.kieBase(List.of(rule)));
  }
}
