package org.dudao;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dudao.fact.FactKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document that was sound until one of its facts was spoiled.
 *
 * @param number which one of its kind the fact is, from 0
 * @param id that the fact had
 */
public record SpoiledCounty(ObjectNode document, FactKind kind, int number, String id) {

  /** A way of spoiling a fact. */
  public enum Way {
    TEXT_FOR_NUMBER,
    NUMBER_FOR_TEXT,
    NULL,
    BEYOND_ITS_DOMAIN,
    UNKNOWN_PROPERTY,
    NO_ID,
    NO_OBJECT,
    UNKNOWN_NAME,
    SAME_ID,
    BLANK_IN_ID,
    INVISIBLE_SIGN_IN_ID,
    WIDE_ID
  }

  /** A copy of the county in which one fact that can be spoiled in that way, picked at random, is. */
  public static SpoiledCounty of(ObjectNode county, Way way, Random random) {
    ObjectNode document = county.deepCopy();
    List<FactKind> kinds =
        Stream.of(FactKind.values())
            .filter(kind -> kind != FactKind.BUREAU && document.path(kind.property()).size() > 0)
            .toList();
    while (true) {
      FactKind kind = kinds.get(random.nextInt(kinds.size()));
      ArrayNode facts = (ArrayNode) document.get(kind.property());
      int number = random.nextInt(facts.size());
      String id = facts.get(number).get("id").asString();
      if (spoil(facts, number, way)) {
        return new SpoiledCounty(document, kind, number, id);
      }
    }
  }

  private static boolean spoil(ArrayNode facts, int number, Way way) {
    ObjectNode fact = (ObjectNode) facts.get(number);
    String id = fact.get("id").asString();
    switch (way) {
      case TEXT_FOR_NUMBER -> {
        return put(fact, numeric(fact), "45");
      }
      case NUMBER_FOR_TEXT -> fact.put("id", 7);
      case NULL -> fact.putNull("name");
      case BEYOND_ITS_DOMAIN -> {
        String name = numeric(fact);
        if (name == null) {
          return false;
        }
        fact.put(name, 99_999_999_999_999_999L);
      }
      case UNKNOWN_PROPERTY -> fact.put("nmae", "x");
      case NO_ID -> fact.remove("id");
      case NO_OBJECT -> facts.set(number, facts.stringNode("x"));
      case UNKNOWN_NAME -> {
        return put(fact, Stream.of("type", "stage", "kind", "code", "relation").filter(fact::has).findFirst()
            .orElse(null), "NOBODY_KNOWS");
      }
      case SAME_ID -> facts.add(fact.deepCopy());
      case BLANK_IN_ID -> facts.add(fact.deepCopy().put("id", id + " "));
      case INVISIBLE_SIGN_IN_ID -> facts.add(fact.deepCopy().put("id", id.charAt(0) + "\u200B" + id.substring(1)));
      case WIDE_ID -> {
        char first = id.charAt(0);
        if (first > '~') {
          return false;
        }
        facts.add(fact.deepCopy().put("id", (char) (first - '!' + '\uFF01') + id.substring(1)));
      }
    }
    return true;
  }

  private static boolean put(ObjectNode fact, String name, String text) {
    if (name != null) {
      fact.put(name, text);
    }
    return name != null;
  }

  private static String numeric(ObjectNode fact) {
    return fact.propertyStream().filter(one -> one.getValue().isNumber()).map(one -> one.getKey()).findFirst()
        .orElse(null);
  }

  /** Whether the fact refers to the one that was spoiled. */
  public boolean isReferredToBy(JsonNode fact, FactKind ofFact) {
    return switch (ofFact) {
      case CLASS, GRADE_GROUP, CASE -> kind == FactKind.SCHOOL && fact.path("school").asString("").equals(id);
      case STEP -> kind == FactKind.CASE && fact.path("of").asString("").equals(id);
      case CLAIM ->
          kind == FactKind.INDICATOR
              && (fact.path("stated").asString("").equals(id)
                  || fact.path("operands").valueStream().anyMatch(one -> one.asString().equals(id)));
      default -> false;
    };
  }
}
