package org.dudao.load;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.fact.ClassesBySize;
import org.dudao.fact.Coded;
import org.dudao.fact.Codes;
import org.dudao.fact.Domain;
import org.dudao.fact.Evening;
import org.dudao.fact.FactKind;
import org.dudao.fact.Required;
import org.dudao.fact.Spelled;

/** The JSON Schema of a fact document, made from the records themselves and the registered codes. */
public final class FactSchema {
  private static final String ID = "urn:dudao:schema:facts:1";
  private static final String TIME = "^([01]\\d|2[0-3]):[0-5]\\d$";
  private static final String END = "[-－−]?[0-9０-９]+([.．][0-9０-９]+)?";
  private static final String CENSORED =
      "^\\s*([*＊]+|[<>＜＞]\\s*[=＝]?\\s*" + END + "|[≤≥≦≧⩽⩾]\\s*" + END + "|" + END
          + "\\s*([-~‐–—−〜－～]|[.．]{2}|‥)\\s*" + END + ")\\s*$";
  private static final String TIME_OF_EVENING = "^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$";
  private static final String DATE = "^\\d{4}-\\d{2}-\\d{2}$";

  private FactSchema() {}

  /** The schema as indented JSON. */
  public static String of(Codes codes) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      definitions.put(kind.word(), definition(kind, codes));
      Map<String, Object> reference = Map.of("$ref", "#/$defs/" + kind.word());
      properties.put(kind.property(), kind == FactKind.BUREAU ? reference : array(reference));
      if (kind == FactKind.BUREAU) {
        properties.put("asOf", date());
        properties.put("remark", text());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", ID);
    schema.put("title", "Dudao facts");
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.of(FactKind.BUREAU.property()));
    schema.put("additionalProperties", false);
    schema.put("$defs", definitions);
    return VisibleJson.written(schema);
  }

  private static Map<String, Object> definition(FactKind kind, Codes codes) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : kind.type().getRecordComponents()) {
      properties.put(component.getName(), property(component, codes));
      if (component.isAnnotationPresent(Required.class)) {
        required.add(component.getName());
      }
    }
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("type", "object");
    definition.put("properties", properties);
    definition.put("required", required);
    definition.put("additionalProperties", false);
    return definition;
  }

  private static Map<String, Object> property(RecordComponent component, Codes codes) {
    Class<?> type = component.getType();
    if (type == Integer.class || type == BigDecimal.class) {
      return number(component);
    }
    if (type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == LocalDate.class) {
      return date();
    }
    if (type == LocalTime.class) {
      return ordered("type", "string", "pattern", component.isAnnotationPresent(Evening.class) ? TIME_OF_EVENING : TIME);
    }
    if (type.isEnum()) {
      return Map.of("enum", spellings(type));
    }
    if (type == List.class) {
      Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return array(element.isEnum() ? Map.of("enum", spellings(element)) : text());
    }
    if (type == Map.class) {
      return cells(component, codes);
    }
    if (type == ClassesBySize.class) {
      return ordered(
          "type", "object", "minProperties", 1, "propertyNames", Map.of("pattern", SizesText.PATTERN),
          "additionalProperties", plainNumber(component, Integer.class));
    }
    if (component.isAnnotationPresent(Coded.class)) {
      return Map.of("enum", codes.of(component.getAnnotation(Coded.class).value()).stream().sorted().toList());
    }
    return text();
  }

  private static Map<String, Object> number(RecordComponent component) {
    Map<String, Object> number = plainNumber(component, component.getType());
    return component.isAnnotationPresent(Required.class) ? number : orCensored(number);
  }

  private static Map<String, Object> plainNumber(RecordComponent component, Class<?> type) {
    Domain domain = component.getAnnotation(Domain.class);
    return ordered(
        "type", type == Integer.class ? "integer" : "number",
        "minimum", domain == null ? 0L : domain.min(),
        "maximum", domain == null ? (long) Integer.MAX_VALUE : domain.max());
  }

  private static Map<String, Object> orCensored(Map<String, Object> number) {
    return Map.of("anyOf", List.of(number, ordered("type", "string", "pattern", CENSORED)));
  }

  /** Numbers under the names of the cells of all forms. */
  private static Map<String, Object> cells(RecordComponent component, Codes codes) {
    List<String> names =
        codes.forms().values().stream().flatMap(form -> form.keySet().stream()).distinct().sorted().toList();
    return ordered(
        "type", "object", "propertyNames", Map.of("enum", names),
        "additionalProperties", orCensored(plainNumber(component, BigDecimal.class)));
  }

  private static List<String> spellings(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .flatMap(one -> one instanceof Spelled spelled
            ? spelled.spellings().stream()
            : List.of(((Enum<?>) one).name()).stream())
        .toList();
  }

  private static Map<String, Object> date() {
    return ordered("type", "string", "format", "date", "pattern", DATE);
  }

  private static Map<String, Object> text() {
    return ordered("type", "string", "minLength", 1);
  }

  private static Map<String, Object> array(Map<String, Object> items) {
    return ordered("type", "array", "items", items);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
