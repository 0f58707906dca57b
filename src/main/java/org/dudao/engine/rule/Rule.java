package org.dudao.engine.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.engine.drl.ConditionalElement;
import org.dudao.engine.drl.Constraint;
import org.dudao.engine.drl.Pattern;
import org.dudao.engine.drl.Token;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Text;
import org.dudao.report.Demand;
import org.dudao.report.Standard;

/**
 * What a rule file says of one rule: who is judged, and what is measured.
 *
 * @param id the rule's name, such as {@code class-size.students}
 * @param family the name that it shares with the rules that measure the same of the same facts; else its id
 * @param subject the type of fact that is judged
 * @param types all types of fact that must be there for the rule to speak
 * @param measured what the sentence measures
 * @param names the components or measures of the subject that the sentence reads; empty when the value is counted
 * @param demand how what is measured must stand to the limit
 * @param limits ids of limits that the rule names
 * @param allowedBy standards of the same subject: who keeps all of them may fall short of this one
 * @param looksAt for each type of fact the components that {@code when} compares
 * @param met the facts that it meets one after another, in their order
 * @param stages of which the classes may be that it collects; empty when it collects nothing
 * @param gathersSome whether it collects facts, and speaks only where there are some
 */
public record Rule(
    String id,
    Text title,
    String family,
    Class<? extends Subject> subject,
    Set<Class<?>> types,
    Measured measured,
    List<String> names,
    Demand demand,
    List<LimitReference> limits,
    List<LimitReference> allowedBy,
    Map<Class<?>, Set<String>> looksAt,
    List<Met> met,
    Sight sight,
    Set<Stage> stages,
    boolean gathersSome,
    Origin origin) {

  /** The rule with that limit, as reports cite it. */
  public Standard standard(Limit limit) {
    return Standard.of(limit, title, FactKind.of(subject).word(), family(limit));
  }

  /** Of forms each limit says itself which cells it is about, and of certificates which profile. */
  private String family(Limit limit) {
    return measured == Measured.FORM || measured == Measured.PROFILES ? limit.unscheduledId() : family;
  }

  /** Whether it measures what the other does of the same facts, looking as far: what is counted is not known to be. */
  boolean measuresLike(Rule other) {
    return subject == other.subject && measured == other.measured && measured.isNamed() && names.equals(other.names)
        && sight == other.sight && isOfConsistency() == other.isOfConsistency();
  }

  private boolean isOfConsistency() {
    return id.startsWith(Limit.CONSISTENCY + ".");
  }

  /** Whether there are facts of all the types that must be there. */
  public boolean hasFactsIn(Facts facts) {
    return types.stream()
        .filter(Subject.class::isAssignableFrom)
        .noneMatch(type -> facts.of(FactKind.of(type)).isEmpty());
  }

  /** Whether facts of one of the types that must be there could not be used. */
  public boolean lacksFactsOf(Facts facts) {
    return types.stream()
        .filter(Subject.class::isAssignableFrom)
        .anyMatch(type -> facts.setAside().containsKey(FactKind.of(type)));
  }

  /** The same rule, which speaks of no fact before it has seen all. */
  public Rule seeingAll() {
    return new Rule(
        id, title, family, subject, types, measured, names, demand, limits, allowedBy, looksAt, met, Sight.ALL, stages,
        gathersSome, origin);
  }

  /**
   * Whether it speaks of every fact of its kind and every limit for it, in a sentence of their own alone: there is nothing
   * to match.
   */
  public boolean isPlain() {
    return sight == Sight.ONE && looksAt.isEmpty() && limits.isEmpty() && measured.isOwn();
  }

  /** The same rule, which demands something else of what it measures. */
  public Rule demanding(Demand other) {
    return new Rule(
        id, title, family, subject, types, measured, names, other, limits, allowedBy, looksAt, met, sight, stages,
        gathersSome, origin);
  }

  /** The same rule in another file. */
  public Rule in(String file) {
    return new Rule(
        id, title, family, subject, types, measured, names, demand, in(file, limits), in(file, allowedBy), looksAt, met,
        sight, stages, gathersSome, in(file, origin));
  }

  private static List<LimitReference> in(String file, List<LimitReference> references) {
    return references.stream().map(one -> new LimitReference(one.id(), in(file, one.origin()))).toList();
  }

  private static Origin in(String file, Origin at) {
    return new Origin(file, at.pointer(), at.line(), at.column());
  }

  /** All limits that it names: those that it measures by, and those that allow a shortfall. */
  List<LimitReference> references() {
    return Stream.concat(limits.stream(), allowedBy.stream()).toList();
  }

  /** The ways in which a sentence begins. */
  public enum Measured {
    /** {@code check.that( $fact, "measure" )} */
    MEASURE,
    /** {@code check.that( $fact, "name", counted )} */
    COUNTED,
    /** {@code check.perStudent( $school, "measure", ... )} */
    PER_STUDENT,
    /** {@code check.perHundred( $school, "measure", ... )} */
    PER_HUNDRED,
    /** {@code check.period( ... )} and {@code check.since( ... )} */
    PERIOD,
    /** {@code check.claim( $claim )} */
    CLAIM,
    /** {@code check.stated( $indicator, ... )} */
    STATED,
    /** {@code check.form( $form )} */
    FORM,
    /** {@code check.parts( $fact )} */
    PARTS,
    /** {@code check.days( $fact )} */
    DAYS,
    /** {@code check.change( $fact, "measure" )} */
    CHANGE,
    /** {@code check.ofStages( $school, "measure" )} */
    OF_STAGES,
    /** {@code check.profiles( $bureau )} */
    PROFILES;

    /** Whether it is measured by the subject itself, without limits or other facts. */
    boolean isOwn() {
      return isOneMeasure() || this == PERIOD || this == CLAIM || this == PARTS || this == DAYS || this == PROFILES;
    }

    /** Whether it is one measure of the subject, as reported or derived. */
    public boolean isOneMeasure() {
      return this == MEASURE || this == OF_STAGES;
    }

    /** Whether subject and components tell all that is measured. */
    boolean isNamed() {
      return isOneMeasure() || this == PERIOD || this == CHANGE;
    }

    /** For how many pupils something is measured. */
    public int pupils() {
      return switch (this) {
        case PER_STUDENT -> 1;
        case PER_HUNDRED -> 100;
        default -> throw new IllegalStateException(this + " is not measured by pupils");
      };
    }
  }

  /** A limit that a rule names by its id, and where it does. */
  public record LimitReference(String id, Origin origin) {}

  /**
   * Facts that the rule meets after others.
   *
   * @param key the component in which they agree with one that was met before; empty where each is met
   * @param multiplies whether the rule goes on with each of them; else it only looks at all of them
   */
  public record Met(Class<? extends Subject> type, String key, boolean multiplies) {
    /** Those of the conditions of a rule. */
    static List<Met> of(List<ConditionalElement> when) {
      return when.stream()
          .filter(element -> Vocabulary.isSubject(Vocabulary.type(element.pattern())))
          .map(element ->
              new Met(
                  Vocabulary.type(element.pattern()).asSubclass(Subject.class), key(element.pattern()),
                  element instanceof Pattern))
          .toList();
    }

    private static String key(Pattern pattern) {
      return pattern.constraints().stream()
          .flatMap(one -> one instanceof Constraint.Conjunction all ? all.parts().stream() : Stream.of(one))
          .filter(one -> one instanceof Constraint.Equality equality && equality.operator().is("=="))
          .flatMap(one -> own((Constraint.Equality) one).stream())
          .findFirst()
          .orElse("");
    }

    /** The component of the fact that is compared with one met before. */
    private static Optional<String> own(Constraint.Equality equality) {
      if (equality.right().first().is(Token.Kind.VARIABLE) && equality.left().first().is(Token.Kind.NAME)) {
        return equality.left().member() == null ? Optional.of(equality.left().first().text()) : Optional.empty();
      }
      boolean isTurned = equality.left().first().is(Token.Kind.VARIABLE) && equality.right().first().is(Token.Kind.NAME);
      return isTurned && equality.right().member() == null
          ? Optional.of(equality.right().first().text())
          : Optional.empty();
    }
  }
}
