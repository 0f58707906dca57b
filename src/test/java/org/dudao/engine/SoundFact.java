package org.dudao.engine;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dudao.Shipped;
import org.dudao.fact.Bureau;
import org.dudao.fact.Case;
import org.dudao.fact.Coded;
import org.dudao.fact.Composition;
import org.dudao.fact.DayOrder;
import org.dudao.fact.Domain;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Required;
import org.dudao.fact.School;
import org.dudao.fact.Spelled;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A made-up fact that reports whatever its record declares and contradicts nothing, alone in its document; tests make
 * it contradict itself.
 *
 * @param document with the fact, and those to whom it belongs
 */
record SoundFact(ObjectNode document, FactKind kind) {
  static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
  static final List<String> SCHOOL_TYPES = List.of("111", "211", "311", "312", "341", "342", "345");
  private static final List<String> REGIONS =
      List.of("CN-420106", "CN-430203", "CN-620200", "CN-540102", "CN-X-EFFICIENCY-YEAR", "GB-ENG", "US-TX", "US-FL");
  /** About how large figures are that are no part of others; all others are about twenty. */
  private static final Map<String, Integer> USUAL =
      Map.ofEntries(
          Map.entry("students", 1_000), Map.entry("classes", 25), Map.entry("staff", 160), Map.entry("books", 30_000),
          Map.entry("landArea", 25_000), Map.entry("buildingArea", 20_000), Map.entry("sportsArea", 9_000),
          Map.entry("publicExpenditure", 1_000_000), Map.entry("equipmentValue", 2_500_000),
          Map.entry("computers", 150),
          Map.entry("girlsStalls", 40), Map.entry("boysStalls", 20), Map.entry("boysUrinals", 25),
          Map.entry("residents", 500_000), Map.entry("schoolCount", 60), Map.entry("gdp", 2_000_000),
          Map.entry("roomArea", 60), Map.entry("roomSeats", 50), Map.entry("deskLux", 320), Map.entry("boardLux", 500));
  private static final int CLASS_STUDENTS = 45;
  private static final int OTHERS = 20;

  /** One of that kind, in a region and of a type picked at random. */
  static SoundFact of(FactKind kind, Random random) {
    return of(kind, pick(SCHOOL_TYPES, random), random);
  }

  /** The same of a school, or of one that belongs to a school, of that type. */
  static SoundFact of(FactKind kind, String type, Random random) {
    ObjectNode document = JsonMapper.shared().createObjectNode();
    ObjectNode bureau = document.putObject(FactKind.BUREAU.property());
    bureau.put("id", "b").put("region", pick(REGIONS, random)).put("level", "COUNTY");
    document.put("asOf", AS_OF.toString());
    SoundFact sound = new SoundFact(document, kind);
    sound.addOwners(type, random);
    if (kind == FactKind.BUREAU) {
      sound.fill(bureau, random);
    } else {
      ObjectNode fact = document.withArray(kind.property()).addObject();
      fact.put("id", "x");
      sound.preset(fact, type);
      sound.fill(fact, random);
    }
    return sound;
  }

  private void addOwners(String type, Random random) {
    for (RecordComponent component : kind.type().getRecordComponents()) {
      if (component.getType() == School.class) {
        document.withArray(FactKind.SCHOOL.property()).addObject().put("id", "s").put("type", type);
      } else if (component.getType() == Case.class) {
        ObjectNode owner = document.withArray(FactKind.CASE.property()).addObject();
        owner.put("id", "k").put("kind", pick(List.copyOf(codes(Case.class, "kind")), random));
      }
    }
  }

  /** What hangs together in ways that no annotation tells. */
  private void preset(ObjectNode fact, String type) {
    if (kind == FactKind.SCHOOL) {
      fact.put("type", type);
    } else if (kind == FactKind.CLASS) {
      boolean isSecondary = type.startsWith("3") && !type.equals("312") && !type.equals("345");
      boolean isSenior = type.equals("342");
      boolean isKindergarten = type.equals("111");
      fact.put("stage", isKindergarten ? "KINDERGARTEN" : isSenior ? "SENIOR" : isSecondary ? "JUNIOR" : "PRIMARY");
      fact.put("grade", isKindergarten ? 0 : isSenior ? 10 : isSecondary ? 8 : 1);
    } else if (kind == FactKind.GRADE_GROUP) {
      fact.put("fromGrade", 1).put("toGrade", 2).put("stage", "PRIMARY");
      fact.put("classes", 10).put("students", 400).put("smallestClass", 30).put("largestClass", 45);
      fact.put("meanClassSize", 40);
    }
  }

  private void fill(ObjectNode fact, Random random) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    Map<String, LocalDate> days = new LinkedHashMap<>();
    for (RecordComponent component : kind.type().getRecordComponents()) {
      String name = component.getName();
      Class<?> type = component.getType();
      if (fact.has(name)) {
        continue;
      }
      if (Number.class.isAssignableFrom(type)) {
        fact.put(name, figure(component, figures, random));
      } else if (type == LocalDate.class) {
        fact.put(name, day(name, days, random).toString());
      } else if (type == LocalTime.class) {
        fact.put(name, "21:00");
      } else if (type == Boolean.class) {
        fact.put(name, random.nextBoolean());
      } else if (type == School.class || type == Case.class) {
        fact.put(name, type == School.class ? "s" : "k");
      } else if (type.isEnum()) {
        Object constant = pick(List.of(type.getEnumConstants()), random);
        fact.put(name, constant instanceof Spelled spelled ? spelled.spellings().get(0) : constant.toString());
      } else if (component.isAnnotationPresent(Required.class)) {
        fact.put(name, component.isAnnotationPresent(Coded.class) ? pick(codes(kind.type(), name), random) : "x");
      } else if (component.isAnnotationPresent(Coded.class)) {
        fact.put(name, pick(codes(kind.type(), name), random));
      }
    }
  }

  private BigDecimal figure(RecordComponent component, Map<String, BigDecimal> figures, Random random) {
    String name = component.getName();
    if (!figures.containsKey(name)) {
      figures.put(name, newFigure(component, figures, random));
    }
    return figures.get(name);
  }

  private BigDecimal newFigure(RecordComponent component, Map<String, BigDecimal> figures, Random random) {
    String name = component.getName();
    BigDecimal most = null;
    for (Composition one : Composition.of(kind.type())) {
      if (one.parts().contains(name)) {
        BigDecimal whole = figure(component(one.whole()), figures, random);
        List<String> others = new ArrayList<>(one.parts());
        others.remove(name);
        if (one.isExhaustive() && figures.keySet().containsAll(others)) {
          return others.stream().map(figures::get).reduce(whole, BigDecimal::subtract);
        }
        BigDecimal share = whole.divide(BigDecimal.valueOf(one.parts().size()), 1, RoundingMode.FLOOR);
        most = most == null ? share : most.min(share);
      }
    }
    int usual =
        kind == FactKind.CLASS && name.equals("students") ? CLASS_STUDENTS : USUAL.getOrDefault(name, OTHERS);
    double factor = most == null ? 0.6 + 0.8 * random.nextDouble() : 0.4 + 0.6 * random.nextDouble();
    BigDecimal value = (most == null ? BigDecimal.valueOf(usual) : most).multiply(BigDecimal.valueOf(factor));
    Domain domain = component.getAnnotation(Domain.class);
    if (domain != null) {
      value = value.min(BigDecimal.valueOf(domain.max())).max(BigDecimal.valueOf(domain.min()));
    }
    return value.setScale(isWhole(component) ? 0 : 1, RoundingMode.FLOOR);
  }

  /** Of the two years before the day of the report; what follows another day is up to forty days later. */
  private LocalDate day(String name, Map<String, LocalDate> days, Random random) {
    LocalDate first = null;
    for (DayOrder order : DayOrder.of(kind.type())) {
      if (name.equals(order.later())) {
        LocalDate earlier = days.get(order.earlier());
        first = first == null || earlier.isAfter(first) ? earlier : first;
      }
    }
    LocalDate day = first == null ? AS_OF.minusDays(100 + random.nextInt(700)) : first.plusDays(random.nextInt(40));
    days.put(name, day);
    return day;
  }

  /** The fact itself. */
  ObjectNode fact() {
    return kind == FactKind.BUREAU
        ? (ObjectNode) document.get(kind.property())
        : (ObjectNode) document.get(kind.property()).get(0);
  }

  /** The id of the fact. */
  String id() {
    return fact().get("id").asString();
  }

  /** The same in a document of its own, to be changed. */
  SoundFact copy() {
    return new SoundFact(document.deepCopy(), kind);
  }

  /** The same without what it reports under that name. */
  SoundFact without(String component) {
    SoundFact copy = copy();
    copy.fact().remove(component);
    return copy;
  }

  /** The same with that figure. */
  SoundFact with(String component, BigDecimal value) {
    SoundFact copy = copy();
    copy.fact().put(component, value);
    return copy;
  }

  /** The same with that text. */
  SoundFact with(String component, String text) {
    SoundFact copy = copy();
    copy.fact().put(component, text);
    return copy;
  }

  BigDecimal figure(String component) {
    return fact().get(component).decimalValue();
  }

  RecordComponent component(String name) {
    for (RecordComponent one : kind.type().getRecordComponents()) {
      if (one.getName().equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException(kind + " has no " + name);
  }

  static boolean isWhole(RecordComponent component) {
    return component.getType() == Integer.class;
  }

  Facts read() {
    return Shipped.facts(document.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** All that is found of it. */
  Verdicts verdicts() {
    return Verdicts.of(read());
  }

  private static List<String> codes(Class<?> type, String name) {
    for (RecordComponent one : type.getRecordComponents()) {
      if (one.getName().equals(name)) {
        return Shipped.CODES.of(one.getAnnotation(Coded.class).value()).stream().sorted().toList();
      }
    }
    throw new IllegalArgumentException(name);
  }

  static <T> T pick(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
