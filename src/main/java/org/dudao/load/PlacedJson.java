package org.dudao.load;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** A JSON text whose values know where they stand: of files that hold documents of facts among other things. */
public final class PlacedJson {
  private static final int MAX_DEPTH = 2 * DocumentReader.MAX_DEPTH;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(DocumentReader.MAX_NAME)
                  .maxNumberLength(DocumentReader.MAX_NUMBER)
                  .maxStringLength(DocumentReader.MAX_TEXT_READ)
                  .build())
          .build();

  private final String file;
  private final byte[] bytes;
  private final TextPlaces places;
  private final List<Problem> problems = new ArrayList<>();

  private PlacedJson(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
    this.places = new TextPlaces(file, bytes, 0, bytes.length, 0);
  }

  /**
   * Reads the one value of the file.
   *
   * @param problems to which every name that an object has twice is added
   * @throws InputException when it is no JSON
   */
  public static PlacedValue read(Source source, List<Problem> problems) throws InputException {
    byte[] bytes;
    try {
      bytes = source.utf8().getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new InputException(List.of(source.notUtf8()));
    }
    PlacedJson text = new PlacedJson(source.name(), bytes);
    PlacedValue value = text.read();
    problems.addAll(text.problems);
    return value;
  }

  private PlacedValue read() throws InputException {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      json.nextToken();
      PlacedValue value = value(json);
      if (json.nextToken() != null) {
        throw new InputException(
            List.of(Problem.of(ProblemCode.JSON_MORE, places.at(json.currentTokenLocation().getByteOffset(), ""))));
      }
      return value;
    } catch (JacksonException e) {
      throw new InputException(List.of(new JsonDiagnosis(bytes, places, MAX_DEPTH).of(e)));
    }
  }

  private PlacedValue value(JsonParser json) {
    JsonToken token = json.currentToken();
    int start = (int) json.currentTokenLocation().getByteOffset();
    Map<String, PlacedValue> members = new LinkedHashMap<>();
    List<PlacedValue> items = new ArrayList<>();
    if (token == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        Origin at = places.at(json.currentTokenLocation().getByteOffset(), "");
        json.nextToken();
        if (members.putIfAbsent(name, value(json).named(at)) != null) {
          problems.add(Problem.of(ProblemCode.DUPLICATE_KEY, at, name));
        }
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(json));
      }
    }
    String text = token != null && token.isScalarValue() ? json.getString() : "";
    int end = (int) json.currentLocation().getByteOffset();
    JsonKind kind = token == null || token == JsonToken.VALUE_NULL ? null : JsonKind.of(token);
    return new PlacedValue(this, kind, text, members, items, start, end, null);
  }

  /**
   * One value of the text.
   *
   * @param kind null for null, and where there is no value at all
   * @param text of a text without its quotes, of a number as it is printed, of yes and no as they are written; empty
   *     for others
   * @param members of an object, in the order written
   * @param items of a list
   * @param nameAt where its name stands; null where it has none
   */
  public record PlacedValue(
      PlacedJson in, JsonKind kind, String text, Map<String, PlacedValue> members, List<PlacedValue> items, int start,
      int end, Origin nameAt) {

    private PlacedValue named(Origin at) {
      return new PlacedValue(in, kind, text, members, items, start, end, at);
    }

    /** Where it begins. */
    public Origin at() {
      return in.places.at(start, "");
    }

    /** The words of the file that say it. */
    public String written() {
      return new String(in.bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /**
     * An object as a document of facts of its own, whose places are those of the file.
     *
     * @param more properties that it says beside its own, as JSON without the braces around them
     */
    public RawDocument document(String more) {
      Origin at = at();
      byte[] before = new byte[at.column() - 1];
      Arrays.fill(before, (byte) ' ');
      String own = new String(before, StandardCharsets.UTF_8) + written();
      String open = own.substring(0, own.length() - 1);
      String document = open + (members.isEmpty() || more.isEmpty() ? "" : ", ") + more + "}";
      return new RawDocument(in.file, at.line() - 1, document.getBytes(StandardCharsets.UTF_8), null);
    }
  }
}
