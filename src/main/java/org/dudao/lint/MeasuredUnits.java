package org.dudao.lint;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.drl.AccumulatePattern;
import org.dudao.engine.drl.CheckCall;
import org.dudao.engine.drl.Token;
import org.dudao.engine.reckon.UnitOfMeasure;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Claim;
import org.dudao.fact.FactKind;
import org.dudao.fact.Indicator;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.Quantity;
import org.dudao.fact.Subject;

/** In which units sentences of rules tell what they measure: limits are compared with it as they stand. */
final class MeasuredUnits {
  private static final Quantity ONE = Quantity.of(1);
  private static final List<Rule.Measured> PER_PUPILS = List.of(Rule.Measured.PER_STUDENT, Rule.Measured.PER_HUNDRED);
  /** Measures that no limit is about yet, by what their names end in. */
  private static final Map<String, String> BY_ENDING =
      Map.of("Area", "m2", "Share", "%", "Minutes", "minutes", "Hours", "hours");
  /** What is measured, and not counted. */
  private static final List<UnitOfMeasure> AMOUNTS =
      Stream.of("%", "m2", "m", "s", "yuan").map(UnitOfMeasure::of).toList();

  /** By type, measure and the way in which a sentence begins the units of the limits that are about it. */
  private final Map<List<Object>, Set<String>> known = new HashMap<>();

  /** How surely the units of a measure are known. */
  private enum Certainty {
    /** The sentence itself makes a share, a number of classes, so many for a pupil. */
    FOLLOWS,
    /** Limits tell them, perhaps for one of something, and perhaps not. */
    TOLD,
    /** Nothing but the name of the measure tells what is measured. */
    GUESSED
  }

  /** Units in which one measure may be told. */
  record Units(Set<String> told, Certainty certainty) {
    static final Units NONE = new Units(Set.of(), Certainty.GUESSED);

    static Units of(String... told) {
      return new Units(Set.of(told), Certainty.FOLLOWS);
    }

    /** Whether a limit in that unit cannot be held, as it stands, against what is told in one of these. */
    boolean contradict(String unit) {
      UnitOfMeasure of = UnitOfMeasure.of(unit);
      return !of.isNone() && !told.isEmpty() && !told.contains(unit)
          && told.stream().map(UnitOfMeasure::of).noneMatch(other -> fits(of, other));
    }

    private boolean fits(UnitOfMeasure unit, UnitOfMeasure other) {
      UnitOfMeasure counted = alone(unit.noun());
      if (!other.isKnown()) {
        // It counts something that the table of units does not know.
        return AMOUNTS.stream().allMatch(amount -> counted.in(amount) == null);
      }
      boolean isSameCount = counted.in(alone(other.noun())) == null && counted.countsWith(alone(other.noun()));
      return switch (certainty) {
        case FOLLOWS ->
            ONE.equals(unit.in(other)) || isSameCount && unit.per().isEmpty() && other.per().isEmpty();
        case TOLD ->
            unit.multiplier().equals(other.multiplier())
                && (isSameCount || ONE.equals(counted.in(alone(other.noun()))))
                && (areAmong(unit.per(), other.per()) || areAmong(other.per(), unit.per()));
        case GUESSED -> isSameCount || counted.in(other) != null;
      };
    }

    private static UnitOfMeasure alone(UnitOfMeasure.Noun noun) {
      return UnitOfMeasure.of(noun.name());
    }

    private static boolean areAmong(List<UnitOfMeasure.Noun> some, List<UnitOfMeasure.Noun> all) {
      return some.stream().allMatch(one -> all.stream().anyMatch(other -> alone(one).countsWith(alone(other))));
    }
  }

  /** As the limits of that edition tell them. */
  MeasuredUnits(RuleBook edition) {
    for (Limit limit : edition.limits()) {
      Rule rule = edition.rules().get(limit.rule());
      if (rule != null && rule.names().size() == 1 && !limit.unit().isEmpty()) {
        known
            .computeIfAbsent(key(rule.subject(), rule.names().get(0), rule.measured()), key -> new TreeSet<>())
            .add(limit.unit());
      }
    }
  }

  /** However a sentence names one measure, its units are the same. */
  private static List<Object> key(Class<?> type, String name, Rule.Measured measured) {
    return List.of(type, name, measured.isOneMeasure() ? Rule.Measured.MEASURE : measured);
  }

  /** The units of what a rule measures; none where every figure brings its own, or it is no number. */
  Units of(DeclaredRule declared, Rule rule) {
    return switch (rule.measured()) {
      case MEASURE, OF_STAGES -> of(rule.subject(), rule.names().get(0));
      case CHANGE -> Units.of("%");
      case COUNTED -> counted(declared, rule);
      case PER_STUDENT, PER_HUNDRED -> perPupils(rule);
      case PERIOD, CLAIM, STATED, FORM, PARTS, DAYS, PROFILES -> Units.NONE;
    };
  }

  private Units of(Class<? extends Subject> type, String measure) {
    if (type == Indicator.class || type == Claim.class || !Measures.isNumber(type, measure)) {
      return Units.NONE;
    }
    Set<String> units = known.get(key(type, measure, Rule.Measured.MEASURE));
    if (units != null) {
      return new Units(units, Certainty.TOLD);
    }
    return BY_ENDING.entrySet().stream()
        .filter(ending -> measure.endsWith(ending.getKey()))
        .map(ending -> new Units(Set.of(ending.getValue()), Certainty.GUESSED))
        .findFirst()
        .orElseGet(() ->
            Measures.type(type, measure) == Integer.class
                ? new Units(Set.of(measure), Certainty.GUESSED)
                : Units.NONE);
  }

  private Units counted(DeclaredRule declared, Rule rule) {
    CheckCall call = declared.counting();
    if (call == declared.call()) {
      return declared.bound(call.arguments().get(2).text()) instanceof AccumulatePattern all
          ? Units.of(kind(DeclaredRule.type(all.pattern())))
          : Units.NONE;
    }
    List<String> texts =
        call.arguments().stream()
            .filter(argument -> argument.first().is(Token.Kind.STRING))
            .map(argument -> argument.first().text())
            .toList();
    Class<? extends Subject> collected = declared.collected();
    return switch (call.verb().text()) {
      case "share" -> Units.of("%");
      case "variation" -> Units.of("CV");
      case "worst" -> Units.of("% of threshold", "%");
      case "met" -> Units.of("indicators");
      case "misfits" -> Units.of(FactKind.CLASS.property());
      case "count" -> Units.of(kind(collected));
      case "having", "absent" -> Units.of(texts.get(0));
      case "members" ->
          texts.size() == 1 ? Units.of(texts.get(0)) : of(FactKind.ofProperty(texts.get(0)).type(), texts.get(1));
      case "sum" -> of(collected == null ? rule.subject() : collected, texts.get(0));
      case "average" -> eachOf(of(collected, texts.get(0)), kind(collected));
      default -> Units.NONE;
    };
  }

  private static String kind(Class<? extends Subject> type) {
    return FactKind.of(type).property();
  }

  /** A mean may be told as so many for one. */
  private static Units eachOf(Units units, String kind) {
    Set<String> both = new LinkedHashSet<>(units.told());
    units.told().forEach(unit -> both.add(unit + "/" + kind));
    return new Units(both, units.certainty());
  }

  private Units perPupils(Rule rule) {
    String pupils = rule.measured().pupils() == 1 ? "/student" : "/100 students";
    Set<String> units = new TreeSet<>();
    for (Rule.Measured measured : PER_PUPILS) {
      known.getOrDefault(List.of(rule.subject(), rule.names().get(0), measured), Set.of())
          .forEach(unit -> units.add(unit.replaceAll("/.*", "")));
    }
    return new Units(units.stream().map(unit -> unit + pupils).collect(Collectors.toSet()), Certainty.FOLLOWS);
  }
}
