package org.dudao.load;

import java.time.LocalDate;
import java.util.Optional;
import org.dudao.fact.FactKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Whose facts a document holds, and of which day: what decides which documents are judged together. It is found without
 * reading the facts, and of a sound document it is what reading would find.
 *
 * @param asOf null when the document bears no date
 */
public record Heading(String bureau, String asOf) {

  /**
   * The same for all documents that must be judged together: those of one bureau, or of bureaus whose ids look alike,
   * and one day.
   *
   * @param day the day of judgement for all documents; null to take each document's own
   */
  public String key(LocalDate day) {
    return VisibleForm.of(bureau) + "\n" + (day == null ? asOf : day);
  }

  /**
   * The heading of that JSON document in UTF-8, without byte-order mark; empty when none can be found, which reading
   * it will explain.
   */
  public static Optional<Heading> of(byte[] document) {
    try (JsonParser json = DocumentReader.JSON.createParser(ObjectReadContext.empty(), document)) {
      String bureau = null;
      String asOf = null;
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while ((bureau == null || asOf == null) && json.nextToken() == JsonToken.PROPERTY_NAME) {
          String property = json.currentName();
          JsonToken value = json.nextToken();
          if (property.equals(FactKind.BUREAU.property()) && value == JsonToken.START_OBJECT) {
            bureau = id(json);
          } else if (property.equals(DocumentReader.AS_OF) && value == JsonToken.VALUE_STRING) {
            asOf = json.getString();
          } else {
            json.skipChildren();
          }
        }
      }
      return bureau == null ? Optional.empty() : Optional.of(new Heading(bureau, asOf));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The id among the properties of the object that was begun, which is read to its end. */
  private static String id(JsonParser json) {
    String id = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String property = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING && property.equals("id")) {
        id = json.getString();
      } else {
        json.skipChildren();
      }
    }
    return id;
  }
}
