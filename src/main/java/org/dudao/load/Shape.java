package org.dudao.load;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dudao.fact.ClassesBySize;
import org.dudao.fact.CodeList;
import org.dudao.fact.Coded;
import org.dudao.fact.Domain;
import org.dudao.fact.Evening;
import org.dudao.fact.FactKind;
import org.dudao.fact.FromBureau;
import org.dudao.fact.Required;
import org.dudao.fact.Spelled;
import org.dudao.fact.Subject;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** What facts of one kind may say, read once from their record. */
final class Shape {
  private static final Map<FactKind, Shape> ALL = all();

  private final Property[] properties;
  private final Map<String, Property> byName = new HashMap<>();
  private final PropertyNameMatcher names;
  private final Property[] required;
  private final Property[] referring;
  private final Property[] fromBureau;
  private final Constructor<?> constructor;

  private Shape(FactKind kind) {
    RecordComponent[] components = kind.type().getRecordComponents();
    properties = new Property[components.length];
    for (int i = 0; i < components.length; i++) {
      properties[i] = new Property(i, components[i]);
      byName.put(properties[i].name, properties[i]);
    }
    names =
        DocumentReader.JSON.constructNameMatcher(
            Arrays.stream(properties).map(property -> Named.fromString(property.name)).toList(), false);
    required = those(property -> property.required);
    referring = those(property -> property.referred != null);
    fromBureau = those(property -> property.isFromBureau);
    constructor = kind.type().getDeclaredConstructors()[0];
  }

  private Property[] those(Predicate<Property> wanted) {
    return Arrays.stream(properties).filter(wanted).toArray(Property[]::new);
  }

  static Shape of(FactKind kind) {
    return ALL.get(kind);
  }

  /** All properties, in the order of the record's components. */
  Property[] properties() {
    return properties;
  }

  /** Those without which there is no fact. */
  Property[] required() {
    return required;
  }

  /** Those that refer to other facts. */
  Property[] referring() {
    return referring;
  }

  /** Those that are as the bureau's own where a fact does not report them. */
  Property[] fromBureau() {
    return fromBureau;
  }

  /** The property of that name, or null. */
  Property property(String name) {
    return byName.get(name);
  }

  /** Finds the index of a property by its name. */
  PropertyNameMatcher names() {
    return names;
  }

  /** The fact that says these values, in the order of the properties. */
  Subject subject(Object[] values) {
    try {
      return (Subject) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<FactKind, Shape> all() {
    Map<FactKind, Shape> all = new EnumMap<>(FactKind.class);
    for (FactKind kind : FactKind.values()) {
      all.put(kind, new Shape(kind));
    }
    return all;
  }

  /** As what a property is written. */
  enum PropertyType {
    WHOLE_NUMBER,
    DECIMAL,
    YES_OR_NO,
    DATE,
    TIME,
    CONSTANT,
    LIST,
    CELLS,
    BRACKETS,
    TEXT
  }

  /** One of them. */
  static final class Property {
    final int index;
    final String name;
    final PropertyType form;
    final boolean required;
    final long min;
    final long max;
    final BigDecimal least;
    final BigDecimal most;
    /** The list of codes of which it must be one, or null. */
    final CodeList codes;
    /** Its constants, or those of the items of the list, by all spellings that documents may use. */
    final Spellings<Object> constants;
    /** The kind of facts to which it refers by id, or null. */
    final FactKind referred;
    /** Whether it is a time of an evening, which may be 24:00. */
    final boolean ofEvening;
    final boolean isFromBureau;

    Property(int index, RecordComponent component) {
      Domain domain = component.getAnnotation(Domain.class);
      Coded coded = component.getAnnotation(Coded.class);
      this.index = index;
      this.name = component.getName();
      this.form = form(component.getType());
      this.required = component.isAnnotationPresent(Required.class);
      this.min = domain == null ? 0 : domain.min();
      this.max = domain == null ? Integer.MAX_VALUE : domain.max();
      this.least = BigDecimal.valueOf(min);
      this.most = BigDecimal.valueOf(max);
      this.codes = coded == null ? null : coded.value();
      this.constants = constants(element(component));
      this.referred = FactKind.of(element(component));
      this.ofEvening = component.isAnnotationPresent(Evening.class);
      this.isFromBureau = component.isAnnotationPresent(FromBureau.class);
    }

    /** Whether its numbers are whole ones. */
    boolean isWhole() {
      return form == PropertyType.WHOLE_NUMBER || form == PropertyType.BRACKETS;
    }

    private static PropertyType form(Class<?> type) {
      if (type == Integer.class) {
        return PropertyType.WHOLE_NUMBER;
      }
      if (type == BigDecimal.class) {
        return PropertyType.DECIMAL;
      }
      if (type == Boolean.class) {
        return PropertyType.YES_OR_NO;
      }
      if (type == LocalDate.class) {
        return PropertyType.DATE;
      }
      if (type == LocalTime.class) {
        return PropertyType.TIME;
      }
      if (type == Map.class) {
        return PropertyType.CELLS;
      }
      if (type == ClassesBySize.class) {
        return PropertyType.BRACKETS;
      }
      return type.isEnum() ? PropertyType.CONSTANT : type == List.class ? PropertyType.LIST : PropertyType.TEXT;
    }

    private static Spellings<Object> constants(Class<?> type) {
      Map<String, Object> constants = new LinkedHashMap<>();
      for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
        List<String> spellings =
            constant instanceof Spelled spelled ? spelled.spellings() : List.of(((Enum<?>) constant).name());
        spellings.forEach(spelling -> constants.put(spelling, constant));
      }
      return new Spellings<>(constants);
    }

    /** Of which type the property is, or of a list each of its items. */
    private static Class<?> element(RecordComponent component) {
      return component.getType() == List.class
          ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
          : component.getType();
    }
  }
}
