package org.dudao.load;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.fact.Coded;
import org.dudao.fact.Codes;
import org.dudao.fact.Domain;
import org.dudao.fact.FactKind;
import org.dudao.fact.Nearest;
import org.dudao.fact.NotAbove;
import org.dudao.fact.NotBefore;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.Required;
import org.dudao.fact.Spelled;
import org.dudao.fact.Subject;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON document of facts, strictly, and tells every fault of it with its place. */
final class DocumentReader {
  private static final int MAX_TEXT = 4_000;
  private static final int MAX_FACTS = 5_000_000;
  private static final int MAX_PROBLEMS = 100;
  /** In China two, four or six digits of GB/T 2260, or an X for a place that is masked. */
  private static final String REGION = "CN(-\\d{2}(\\d{2}){0,2}|-X(-[A-Z0-9]+)+)?|(?!CN)[A-Z]{2}(-[A-Z0-9]+)*";
  static final String AS_OF = "asOf";
  private static final String REMARK = "remark";

  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(6)
                  .maxNameLength(100)
                  .maxNumberLength(40)
                  .maxStringLength(100_000)
                  .build())
          .build();

  private final Codes codes;
  private final String file;
  private final int linesBefore;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<FactKind, List<Draft>> drafts = new LinkedHashMap<>();
  private String text = "";
  // How far the text was looked at, and how many characters of its last line take two places in a string.
  private int scanned;
  private int pairs;
  private LocalDate asOf;
  private Origin asOfOrigin;
  private int facts;

  /**
   * @param linesBefore lines of the file before the document, for JSON Lines
   */
  DocumentReader(Codes codes, String file, int linesBefore) {
    this.codes = codes;
    this.file = file;
    this.linesBefore = linesBefore;
  }

  /** What the document holds. */
  record Document(String file, LocalDate asOf, Origin asOfOrigin, Draft bureau, Map<FactKind, List<Draft>> drafts) {}

  /**
   * Reads the document.
   *
   * @throws InputException when anything is wrong with it, with all faults
   */
  Document read(String text) throws InputException {
    this.text = text;
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      try {
        readDocument(json);
        if (json.nextToken() != null) {
          fault(json, "", "json-more");
        }
      } catch (StreamConstraintsException e) {
        problems.add(new Problem("json-constraint", List.of(e.getOriginalMessage()), origin(json.currentLocation(), "")));
      }
    } catch (JacksonException e) {
      faultAt(e, "json-syntax");
    }
    List<Draft> bureaus = drafts.getOrDefault(FactKind.BUREAU, List.of());
    if (problems.isEmpty() && bureaus.isEmpty()) {
      problems.add(new Problem("required", List.of(FactKind.BUREAU.property()), new Origin(file, "", linesBefore + 1, 1)));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems.subList(0, Math.min(problems.size(), MAX_PROBLEMS)));
    }
    return new Document(file, asOf, asOfOrigin, bureaus.get(0), drafts);
  }

  private void readDocument(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      fault(json, "", "document-object");
      json.skipChildren();
      return;
    }
    Set<String> seen = new LinkedHashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String property = json.currentName();
      String pointer = "/" + escaped(property);
      if (!seen.add(property)) {
        fault(json, pointer, "duplicate-key", property);
      }
      FactKind kind = kindOf(property);
      if (kind == null && !property.equals(AS_OF) && !property.equals(REMARK)) {
        unknown(json, pointer, property, documentProperties());
        json.nextToken();
        json.skipChildren();
        continue;
      }
      json.nextToken();
      if (property.equals(AS_OF)) {
        asOfOrigin = origin(json, pointer);
        asOf = (LocalDate) date(json, pointer);
      } else if (property.equals(REMARK)) {
        text(json, pointer);
      } else if (kind == FactKind.BUREAU) {
        readFact(json, kind, pointer);
      } else {
        readArray(json, kind, pointer);
      }
    }
  }

  private void readArray(JsonParser json, FactKind kind, String pointer) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      wrongType(json, pointer, "array");
      return;
    }
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      readFact(json, kind, pointer + "/" + i);
    }
  }

  private void readFact(JsonParser json, FactKind kind, String pointer) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      wrongType(json, pointer, "object");
      return;
    }
    if (++facts > MAX_FACTS) {
      throw new StreamConstraintsException("more than " + MAX_FACTS + " facts", json.currentTokenLocation());
    }
    TokenStreamLocation start = json.currentTokenLocation();
    Origin here = origin(start, "");
    Draft draft = new Draft(kind, file, pointer, here.line(), here.column());
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String property = json.currentName();
      String at = pointer + "/" + escaped(property);
      int index = Draft.indexOf(kind, property);
      if (index < 0) {
        unknown(json, at, property, names(kind));
        json.nextToken();
        json.skipChildren();
        continue;
      }
      if (draft.has(index)) {
        fault(json, at, "duplicate-key", property);
      }
      json.nextToken();
      Origin place = origin(json, at);
      Object value = read(json, Draft.components(kind)[index], at);
      draft.put(index, value, place.line(), place.column());
    }
    RecordComponent[] components = Draft.components(kind);
    for (int i = 0; i < components.length; i++) {
      if (components[i].isAnnotationPresent(Required.class) && !draft.has(i)) {
        problems.add(new Problem("required", List.of(components[i].getName()), draft.origin()));
      }
    }
    refuseDisorder(draft, components);
    drafts.computeIfAbsent(kind, key -> new ArrayList<>()).add(draft);
  }

  private void refuseDisorder(Draft draft, RecordComponent[] components) {
    for (int i = 0; i < components.length; i++) {
      NotBefore notBefore = components[i].getAnnotation(NotBefore.class);
      for (String before : notBefore == null ? new String[0] : notBefore.value()) {
        if (draft.values[i] instanceof LocalDate later
            && draft.values[Draft.indexOf(draft.kind, before)] instanceof LocalDate earlier
            && later.isBefore(earlier)) {
          problems.add(
              new Problem(
                  "dates-order", List.of(components[i].getName(), later.toString(), before, earlier.toString()),
                  draft.origin(i)));
        }
      }
      NotAbove notAbove = components[i].getAnnotation(NotAbove.class);
      if (notAbove != null
          && draft.values[i] instanceof Integer part
          && draft.values[Draft.indexOf(draft.kind, notAbove.value())] instanceof Integer whole
          && part > whole) {
        problems.add(
            new Problem(
                "part-above-whole", List.of(components[i].getName(), part.toString(), notAbove.value(), whole.toString()),
                draft.origin(i)));
      }
    }
  }

  private Object read(JsonParser json, RecordComponent component, String pointer) {
    Class<?> type = component.getType();
    if (type == Integer.class || type == BigDecimal.class) {
      return number(json, component, pointer);
    }
    if (type == Boolean.class) {
      return yesOrNo(json, pointer);
    }
    if (type == LocalDate.class) {
      return date(json, pointer);
    }
    if (type == LocalTime.class) {
      return time(json, pointer);
    }
    if (type.isEnum()) {
      return constant(json, type, pointer);
    }
    if (type == List.class) {
      return list(json, component, pointer);
    }
    String text = text(json, pointer);
    if (text != null && component.isAnnotationPresent(Coded.class)) {
      String list = component.getAnnotation(Coded.class).value();
      if (!codes.has(list, text)) {
        unknownValue(json, pointer, "unknown-code", text, codes.of(list));
      }
    }
    if (text != null && component.getName().equals("region") && !text.matches(REGION)) {
      fault(json, pointer, "region", text);
    }
    return text;
  }

  private Object number(JsonParser json, RecordComponent component, String pointer) {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      wrongType(json, pointer, "number");
      return null;
    }
    String printed = json.getString();
    if (printed.indexOf('e') >= 0 || printed.indexOf('E') >= 0) {
      // 1e3 does not say how precise it is, and 1e999999999 would take all memory there is.
      fault(json, pointer, "number-exponent", printed);
      return null;
    }
    BigDecimal value = json.getDecimalValue();
    Domain domain = component.getAnnotation(Domain.class);
    long min = domain == null ? 0 : domain.min();
    long max = domain == null ? Integer.MAX_VALUE : domain.max();
    if (value.compareTo(BigDecimal.valueOf(min)) < 0 || value.compareTo(BigDecimal.valueOf(max)) > 0) {
      fault(json, pointer, "out-of-domain", value.toPlainString(), min, max);
      return null;
    }
    if (component.getType() == BigDecimal.class) {
      return value;
    }
    if (value.stripTrailingZeros().scale() > 0) {
      fault(json, pointer, "whole-number", value.toPlainString());
      return null;
    }
    return value.intValueExact();
  }

  private Object yesOrNo(JsonParser json, String pointer) {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> {
        wrongType(json, pointer, "boolean");
        yield null;
      }
    };
  }

  private Object date(JsonParser json, String pointer) {
    String text = text(json, pointer);
    if (text == null) {
      return null;
    }
    try {
      LocalDate date = text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
      if (date != null && date.getYear() >= 1900 && date.getYear() <= 2100) {
        return date;
      }
    } catch (DateTimeException e) {
      // A day that no calendar has is told below like any other text that is no date.
    }
    fault(json, pointer, "date", text);
    return null;
  }

  private Object time(JsonParser json, String pointer) {
    String text = text(json, pointer);
    if (text == null) {
      return null;
    }
    LocalTime time = timeOf(text);
    if (time == null) {
      fault(json, pointer, "time", text);
    }
    return time;
  }

  /** The time of day that is written so, or null when it is none. */
  static LocalTime timeOf(String text) {
    return text.matches("([01]\\d|2[0-3]):[0-5]\\d") ? LocalTime.parse(text) : null;
  }

  private Object constant(JsonParser json, Class<?> type, String pointer) {
    String text = text(json, pointer);
    if (text == null) {
      return null;
    }
    List<String> known = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      List<String> spellings =
          constant instanceof Spelled spelled ? spelled.spellings() : List.of(((Enum<?>) constant).name());
      if (spellings.contains(text)) {
        return constant;
      }
      known.addAll(spellings);
    }
    unknownValue(json, pointer, "unknown-constant", text, known);
    return null;
  }

  private Object list(JsonParser json, RecordComponent component, String pointer) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      wrongType(json, pointer, "array");
      return null;
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      items.add(text(json, pointer + "/" + i));
    }
    if (items.isEmpty()) {
      fault(json, pointer, "empty-list", component.getName());
    }
    return items;
  }

  private String text(JsonParser json, String pointer) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      wrongType(json, pointer, "string");
      return null;
    }
    String text = json.getString();
    if (text.isBlank()) {
      fault(json, pointer, "blank");
      return null;
    }
    if (text.length() > MAX_TEXT) {
      fault(json, pointer, "too-long", text.length(), MAX_TEXT);
      return null;
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF && !isPaired(text))) {
      fault(json, pointer, "control-character");
      return null;
    }
    return text;
  }

  private static boolean isPaired(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private void wrongType(JsonParser json, String pointer, String expected) {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      fault(json, pointer, "null");
    } else {
      fault(json, pointer, "wrong-type." + expected, kindOf(json.currentToken()));
    }
    json.skipChildren();
  }

  /** The kind of value as an argument that the catalogue of messages translates. */
  private static String kindOf(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> "@json.string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "@json.number";
      case VALUE_TRUE, VALUE_FALSE -> "@json.boolean";
      case START_ARRAY -> "@json.array";
      case START_OBJECT -> "@json.object";
      default -> String.valueOf(token);
    };
  }

  private void unknown(JsonParser json, String pointer, String property, List<String> known) {
    Nearest.to(property, known)
        .ifPresentOrElse(
            near -> fault(json, pointer, "unknown-property.near", property, near),
            () -> fault(json, pointer, "unknown-property", property, String.join(", ", known)));
  }

  private void unknownValue(
      JsonParser json, String pointer, String code, String text, java.util.Collection<String> known) {
    Nearest.to(text, known)
        .ifPresentOrElse(
            near -> fault(json, pointer, code + ".near", text, near),
            () -> fault(json, pointer, code, text, String.join(", ", known.stream().sorted().toList())));
  }

  private void fault(JsonParser json, String pointer, String code, Object... arguments) {
    problems.add(
        new Problem(code, Arrays.stream(arguments).map(String::valueOf).toList(), origin(json, pointer)));
  }

  private void faultAt(JacksonException e, String code) {
    TokenStreamLocation place = e.getLocation();
    Origin at =
        place == null || place.getLineNr() < 1
            ? Origin.of(file)
            : origin(place, "");
    problems.add(new Problem(code, List.of(e.getOriginalMessage()), at));
  }

  private Origin origin(JsonParser json, String pointer) {
    return origin(json.currentTokenLocation(), pointer);
  }

  /** The place counted in characters as people see them: the parser counts some of the rarer ones twice. */
  private Origin origin(TokenStreamLocation place, String pointer) {
    int at = (int) Math.min(place.getCharOffset(), text.length());
    for (; scanned < at; scanned++) {
      char c = text.charAt(scanned);
      pairs = c == '\n' || c == '\r' ? 0 : Character.isLowSurrogate(c) ? pairs + 1 : pairs;
    }
    return new Origin(file, pointer, linesBefore + place.getLineNr(), Math.max(1, place.getColumnNr() - pairs));
  }

  private static String escaped(String property) {
    return property.replace("~", "~0").replace("/", "~1");
  }

  private static FactKind kindOf(String property) {
    for (FactKind kind : FactKind.values()) {
      if (kind.property().equals(property)) {
        return kind;
      }
    }
    return null;
  }

  private static List<String> documentProperties() {
    List<String> properties = new ArrayList<>(FactKind.properties());
    properties.add(AS_OF);
    properties.add(REMARK);
    return properties;
  }

  private static List<String> names(FactKind kind) {
    return Arrays.stream(Draft.components(kind)).map(RecordComponent::getName).toList();
  }

  /** The type that a component refers to by id, or null when it refers to none. */
  static Class<?> referred(RecordComponent component) {
    Class<?> type =
        component.getType() == List.class
            ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : component.getType();
    return Subject.class.isAssignableFrom(type) ? type : null;
  }
}
