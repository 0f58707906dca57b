package org.dudao.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document in which a few values or names are others, are gone, or are there twice. */
final class DocumentMutant {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_CHANGES = 3;
  /** Stands in the tree for what no tree can hold. */
  private static final String MARK = "raw#";

  private DocumentMutant() {}

  /** A place in a tree: a property of an object, or an item of a list. */
  private record Place(JsonNode in, String name, int item) {
    JsonNode value() {
      return in instanceof ObjectNode object ? object.get(name) : in.get(item);
    }

    void set(JsonNode value) {
      if (in instanceof ObjectNode object) {
        object.set(name, value);
      } else {
        ((ArrayNode) in).set(item, value);
      }
    }

    void remove() {
      if (in instanceof ObjectNode object) {
        object.remove(name);
      } else {
        ((ArrayNode) in).remove(item);
      }
    }
  }

  /** The text of one, on one line unless an odd value has a line feed. */
  static byte[] of(ObjectNode sound, Random random) {
    ObjectNode document = sound.deepCopy();
    List<String> raw = new ArrayList<>();
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      List<Place> places = new ArrayList<>();
      collect(document, places);
      if (!places.isEmpty()) {
        change(OddValues.one(places, random), places, raw, random);
      }
    }
    String text = JSON.writeValueAsString(document);
    for (int i = raw.size() - 1; i >= 0; i--) {
      text = text.replace("\"" + MARK + i + "\"", raw.get(i));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void change(Place place, List<Place> places, List<String> raw, Random random) {
    JsonNode value = place.value();
    switch (random.nextInt(9)) {
      case 0 -> place.remove();
      case 1 -> place.set(OddValues.one(places, random).value().deepCopy());
      case 2 -> {
        if (value.isNumber()) {
          place.set(JSON.getNodeFactory().numberNode(value.asDecimal().movePointRight(random.nextInt(9) - 4)));
        } else {
          place.set(JSON.getNodeFactory().stringNode(value.isString() ? value.asString() + "x" : "x"));
        }
      }
      case 3 -> {
        if (place.in() instanceof ObjectNode object) {
          object.remove(place.name());
          object.set(misspelt(place.name(), random), value);
        } else {
          ((ArrayNode) place.in()).add(value.deepCopy());
        }
      }
      case 4 -> {
        if (place.in() instanceof ObjectNode object) {
          // The name once more, before or behind.
          String twice = "\"" + place.name() + "\":" + OddValues.one(OddValues.JSON, random) + ",\"" + place.name() + "\"";
          object.remove(place.name());
          object.set(mark(twice, raw), value);
        }
      }
      default -> place.set(JSON.getNodeFactory().stringNode(mark(OddValues.one(OddValues.JSON, random), raw)));
    }
  }

  private static String mark(String text, List<String> raw) {
    raw.add(text);
    return MARK + (raw.size() - 1);
  }

  private static String misspelt(String name, Random random) {
    return random.nextInt(4) == 0 ? "" : random.nextBoolean() ? name.toUpperCase() : name + "s";
  }

  private static void collect(JsonNode node, List<Place> places) {
    if (node instanceof ObjectNode object) {
      object.propertyStream().forEach(one -> places.add(new Place(object, one.getKey(), -1)));
    } else if (node instanceof ArrayNode) {
      for (int i = 0; i < node.size(); i++) {
        places.add(new Place(node, null, i));
      }
    }
    node.forEach(child -> collect(child, places));
  }
}
