package org.dudao.fact;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of fact, in the order in which they are read and reported. */
public enum FactKind implements Spelled {
  BUREAU("bureau", Bureau.class),
  SCHOOL("schools", School.class),
  CLASS("classes", SchoolClass.class),
  GRADE_GROUP("gradeGroups", GradeGroup.class),
  CASE("cases", Case.class),
  STEP("steps", Step.class),
  TOWNSHIP("townships", Township.class),
  INSPECTION("inspections", Inspection.class),
  TERM("terms", Term.class),
  PROJECT("projects", Project.class),
  INDICATOR("indicators", Indicator.class),
  PRACTICE("practices", Practice.class),
  CHECKLIST("checklists", Checklist.class),
  CLAIM("claims", Claim.class),
  FORM("forms", Form.class),
  EXPLANATION("explanations", Explanation.class);

  private static final Map<Class<?>, FactKind> BY_TYPE =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.type, Function.identity()));

  private static final ClassValue<FactKind> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected FactKind computeValue(Class<?> type) {
          return BY_TYPE.get(type);
        }
      };

  private final String property;
  private final Class<? extends Subject> type;
  private final String word;

  FactKind(String property, Class<? extends Subject> type) {
    this.property = property;
    this.type = type;
    this.word = Words.of(this);
  }

  /** The list of a document that holds them, or the kind; there is one bureau, and no list. */
  @Override
  public List<String> spellings() {
    return this == BUREAU ? List.of() : List.of(property, name());
  }

  @Override
  public Set<String> words() {
    return Set.of();
  }

  /** The property of a document that holds the facts of this kind. */
  public String property() {
    return property;
  }

  public Class<? extends Subject> type() {
    return type;
  }

  /** The kind's word in reports, such as {@code class} or {@code grade-group}. */
  public String word() {
    return word;
  }

  public static FactKind of(Subject subject) {
    return OF_CLASS.get(subject.getClass());
  }

  /** The kind of that record type, or null when the type is not one of ours. */
  public static FactKind of(Class<?> type) {
    return BY_TYPE.get(type);
  }

  /** Whether facts of this kind belong to facts of that type: all to a bureau, classes to a school and a group of its grades. */
  public boolean belongsTo(Class<? extends Subject> owner) {
    if (owner == Bureau.class) {
      return this != BUREAU;
    }
    var component = Categories.owner(type);
    return component != null && component.getType() == owner || this == CLASS && owner == GradeGroup.class;
  }

  /** The kind whose facts documents hold under that property, or null. */
  public static FactKind ofProperty(String property) {
    return Stream.of(values()).filter(kind -> kind.property.equals(property)).findFirst().orElse(null);
  }

  /** The kind of that word, or null. */
  public static FactKind ofWord(String word) {
    return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst().orElse(null);
  }

  public static List<String> properties() {
    return Stream.of(values()).map(FactKind::property).toList();
  }
}
