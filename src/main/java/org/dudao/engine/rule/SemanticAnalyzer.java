package org.dudao.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.engine.drl.CollectPattern;
import org.dudao.engine.drl.ConditionalElement;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.DrlException;
import org.dudao.engine.drl.Faults;
import org.dudao.engine.drl.RuleDeclaration;
import org.dudao.engine.drl.RuleFile;
import org.dudao.engine.drl.Token;
import org.dudao.fact.Codes;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Text;

/**
 * What the rules of a file mean. What it lets through cannot read a number in {@code when}, cannot pass over a missing
 * fact, and cannot do anything but hand a measure to be checked.
 */
public final class SemanticAnalyzer {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9][a-z0-9.-]*");

  /** Of one rule; the longest shipped one has ten. */
  private static final int MOST_CONDITIONS = 50;
  private static final int MOST_COMPARISONS = 200;

  private final Codes codes;
  private final String topic;

  /**
   * @param topic with which the ids of the file's rules must begin
   */
  public SemanticAnalyzer(Codes codes, String topic) {
    this.codes = codes;
    this.topic = topic;
  }

  /** The rules that are sound; every fault of the file is added to the problems. */
  public List<Rule> rules(RuleFile file, List<Problem> problems) {
    List<Rule> rules = new ArrayList<>();
    if (file.fault() != null) {
      problems.add(file.fault());
    }
    for (RuleDeclaration declaration : file.rules()) {
      List<Problem> own = new ArrayList<>();
      try {
        Rule rule = rule(declaration, new Faults(file.name(), declaration.fault(), own));
        if (own.isEmpty()) {
          rules.add(rule);
        }
      } catch (DrlException e) {
        own.add(e.problem());
      }
      problems.addAll(own);
    }
    return rules;
  }

  private Rule rule(RuleDeclaration declaration, Faults faults) throws DrlException {
    Token name = declaration.name();
    String id = name.text();
    faults.reach(name);
    if (!ID.matcher(id).matches()) {
      faults.note(name, ProblemCode.ID_FORM, id);
    } else if (!id.startsWith(topic + ".")) {
      faults.note(name, ProblemCode.ID_TOPIC, id, topic);
    }
    faults.reach(declaration.when());
    requireShort(declaration, faults);
    Text title = title(declaration, faults);
    String family = family(declaration, faults);
    PatternAnalyzer patterns = new PatternAnalyzer(faults, codes, name);
    for (ConditionalElement element : declaration.conditions()) {
      patterns.read(element);
    }
    faults.reach(declaration.then());
    if (!patterns.picksItsLimits()) {
      faults.note(name, ProblemCode.RULE_NO_LIMIT, id);
    }
    SentenceAnalyzer.Meaning meaning = new SentenceAnalyzer(faults, patterns.bindings()).read(declaration.sentence());
    if (declaration.fault() != null) {
      throw new DrlException(declaration.fault());
    }
    return new Rule(
        id, title, family, meaning.subject(), patterns.types(), meaning.measured(), meaning.names(), meaning.demand(),
        patterns.limits(), allowedBy(declaration, faults), patterns.looksAt(), Rule.Met.of(declaration.conditions()),
        Sight.of(declaration.conditions(), declaration.sentence()),
        CollectedStages.of(declaration.conditions()),
        declaration.conditions().stream().anyMatch(SemanticAnalyzer::gathersSome), name.origin(faults.file()));
  }

  /** Conditions beyond all measure would cost the engine minutes and its memory before they are refused. */
  private static void requireShort(RuleDeclaration declaration, Faults faults) throws DrlException {
    List<ConditionalElement> conditions = declaration.conditions();
    if (conditions.size() > MOST_CONDITIONS) {
      Token beyond = conditions.get(MOST_CONDITIONS).pattern().type();
      throw faults.fault(beyond, ProblemCode.RULE_TOO_LONG, conditions.size(), MOST_CONDITIONS);
    }
    List<Constraint> comparisons = conditions.stream().flatMap(one -> one.pattern().leaves()).toList();
    if (comparisons.size() > MOST_COMPARISONS) {
      Token beyond = comparisons.get(MOST_COMPARISONS).first();
      throw faults.fault(beyond, ProblemCode.RULE_TOO_MANY_COMPARISONS, comparisons.size(), MOST_COMPARISONS);
    }
  }

  private static boolean gathersSome(ConditionalElement element) {
    return element instanceof CollectPattern collected && collected.needsSome();
  }

  private static Text title(RuleDeclaration declaration, Faults faults) {
    Token name = declaration.name();
    for (String key : List.of("title", "title_en")) {
      if (text(declaration, key).isBlank()) {
        faults.note(name, ProblemCode.RULE_NO_TITLE, name.text(), "@" + key);
      }
    }
    return new Text(text(declaration, "title"), text(declaration, "title_en"));
  }

  private static String text(RuleDeclaration declaration, String key) {
    return declaration.annotation(key).map(Token::text).orElse("");
  }

  /** The standards that the rule names as those which allow a shortfall. */
  private static List<Rule.LimitReference> allowedBy(RuleDeclaration declaration, Faults faults) {
    return declaration.annotation("allowed_by").stream()
        .flatMap(ids -> Stream.of(ids.text().strip().split(" +"))
            .map(id -> new Rule.LimitReference(id, ids.origin(faults.file()))))
        .toList();
  }

  /** The family that the rule names; where it names none the rule is one of its own. */
  private static String family(RuleDeclaration declaration, Faults faults) {
    Token family = declaration.annotation("family").orElse(declaration.name());
    if (family != declaration.name() && !ID.matcher(family.text()).matches()) {
      faults.note(family, ProblemCode.ID_FORM, family.text());
    }
    return family.text();
  }
}
